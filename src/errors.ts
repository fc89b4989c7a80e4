/** Something the user can fix: a wrong option, a missing file, a configuration that contradicts itself. Ends in exit code 2. */
export class UserError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'UserError';
  }
}
