/** The build is plain JavaScript: it runs before anything is built. */
declare module '*/.tools/build.mjs' {
  /** Builds dist from src. */
  export function build(): Promise<void>;
  /** Builds dist when a source is newer. */
  export function freshBuild(): Promise<void>;
}
