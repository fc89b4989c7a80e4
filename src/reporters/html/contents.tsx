import type { Sheet } from './sheet.ts';

/** The way through the page: past everything to the work, and to each part. */
export function Contents({ sheet }: { readonly sheet: Sheet }) {
  const { page } = sheet.labels;
  const parts = [
    ['uitslag', page.overview],
    ['wie-doet-wat', page.todo],
    ['regels', page.rules],
    ['maximum', page.cap],
    ['cijfers', page.figures],
    ['werklijst', page.work],
    ['herkomst', page.sources],
    ['verklaring', page.statement],
  ] as const;
  return (
    <>
      <a class="skip" href="#werklijst">
        {page.skip}
      </a>
      <nav aria-label={page.contents}>
        <ul>
          {parts.map(([id, name]) => (
            <li>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
