import { RUNS_LABELS } from '../messages/runs-labels.ts';
import type { Words } from '../messages/words.ts';
import type { Booking } from '../store/booking.ts';

/** Whether and when a run was booked, for a table; empty when it never was. */
export function bookingText(booking: Booking | null, words: Words): string {
  if (booking === null) return '';
  const say = RUNS_LABELS[words.language];
  if (booking.replacedBy !== null) return say.replacedBy(booking.replacedBy);
  if (booking.endedAt !== null) return say.takenBack(words.date(booking.endedAt));
  const { bookedAt, replaces, returned } = booking;
  const texts = [
    [say.booked(words.date(bookedAt)), replaces === null ? '' : say.insteadOf(replaces)]
      .filter((text) => text !== '')
      .join(' '),
  ];
  if (returned.lines > 0) texts.push(say.returned(words.number(returned.lines)));
  return texts.join(', ');
}
