/** Builds dist from src. */
export function build(): Promise<void>;
/** Builds dist when a source is newer. */
export function freshBuild(): Promise<void>;
