import type { RegisterRole } from './register.ts';

/** What a file or worksheet is for; recognised by its columns. */
export const ROLES = ['claims', 'deliveryForms', 'indications', 'clients'] as const;
/** One of them. */
export type Role = 'claims' | RegisterRole;
