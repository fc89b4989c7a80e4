import { EI_TERMS } from '../domain/ei-layout.ts';
import { RETURN_TERMS } from '../domain/return-layout.ts';
import { refusedMessage } from './aw319-kind.ts';

/** Why a message is not read as a return message: it is the declaration itself, another message, or one without a beginning. */
export interface NoReturn {
  readonly kind: 'declaration' | 'other' | 'no-header';
  /** What it is, such as `AW319 (Wlz)`; '' when unknown. */
  readonly message: string;
  /** `1.4`; '' when unknown. */
  readonly version: string;
}

/** What a message is that is no AW320 1.3 or 1.4, by its first record; null when it is one. */
export function noReturn(firstRecord: string): NoReturn | null {
  if (!firstRecord.startsWith('01')) return { kind: 'no-header', message: '', version: '' };
  const code = firstRecord.slice(2, 5);
  const isReturn = RETURN_TERMS.messages[code] !== undefined;
  const knownVersion =
    firstRecord.slice(5, 7) === RETURN_TERMS.version && firstRecord.slice(7, 9) in RETURN_TERMS.subversions;
  if (isReturn && knownVersion) return null;
  const declared = EI_TERMS.messages[code];
  const { message, version } = refusedMessage(firstRecord) ?? {
    message: `AW319 (${declared?.name ?? code})`,
    version: `1.${Number(firstRecord.slice(7, 9))}`,
  };
  return { kind: declared === undefined ? 'other' : 'declaration', message, version };
}
