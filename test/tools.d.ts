/** The build is plain JavaScript: it runs before anything is built. */
declare module '*/.tools/build.mjs' {
  /** Builds dist from src; gives esbuild's account of what went where. */
  export function build(): Promise<import('esbuild').Metafile>;
  /** Builds dist when a source is newer. */
  export function freshBuild(): Promise<void>;
}
