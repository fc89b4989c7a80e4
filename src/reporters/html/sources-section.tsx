import { inputName, readingText, roleText } from '../input-text.ts';
import { Scroll } from './scroll.tsx';
import { type Sheet, shown } from './sheet.ts';

/** Where everything comes from: the files with their hashes, the policies with their sources, what reading had to say. */
export function SourcesSection({ sheet }: { readonly sheet: Sheet }) {
  const { labels, result, words } = sheet;
  const { sources } = labels;
  const notices = [...result.inputs.flatMap((input) => input.notices), ...result.notices];
  return (
    <section id="herkomst" aria-labelledby="herkomst-kop">
      <h2 id="herkomst-kop">{labels.page.sources}</h2>
      <h3>{sources.files}</h3>
      <Files sheet={sheet} />
      <h3>{sources.policies}</h3>
      <Policies sheet={sheet} />
      {notices.length > 0 && (
        <>
          <h3>{sources.notices}</h3>
          <ul>
            {notices.map((notice) => (
              <li>{words.notice(notice)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Files({ sheet }: { readonly sheet: Sheet }) {
  const { labels, result, words, shared } = sheet;
  const { sources } = labels;
  return (
    <Scroll label={labels.page.table(sources.files)}>
      <table class="figures files">
        <thead>
          <tr>
            <th scope="col">{sources.file}</th>
            <th scope="col">{sources.role}</th>
            <th scope="col" class="n">
              {sources.rows}
            </th>
            <th scope="col">{sources.read}</th>
            <th scope="col">{sources.sha256}</th>
          </tr>
        </thead>
        <tbody>
          {result.inputs.map((input) => (
            <tr>
              <th scope="row">{shown(inputName(input, shared))}</th>
              <td>{roleText(input, shared)}</td>
              <td class="n">{words.number(input.rows)}</td>
              <td>
                {shown(readingText(input, shared))}
                {input.unknownColumns.length > 0 && (
                  <span class="quiet block">
                    {sources.unused}: {input.unknownColumns.map(shown).join(', ')}
                  </span>
                )}
              </td>
              <td class="hash">{input.sha256}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Policies({ sheet }: { readonly sheet: Sheet }) {
  const { labels, result, words, shared } = sheet;
  return (
    <ul class="policies">
      {result.policies.map(({ id, validFrom, validTo, caps, sources, lastConfirmed, sha256 }) => (
        <li>
          <p>
            <strong>{shown(id)}</strong>{' '}
            {shared.summary.validity(words.date(validFrom), validTo === null ? null : words.date(validTo))}
            {lastConfirmed !== null && `, ${shared.lastConfirmed(shown(lastConfirmed))}`}
          </p>
          {caps.map(({ codes, minutes }) => (
            <p>{shared.summary.cap(codes.map(shown).join(', '), words.hours(minutes))}</p>
          ))}
          <p class="quiet">{sources.map(shown).join('; ')}</p>
          <p class="quiet">
            {labels.sources.policyFile}: <span class="hash">{sha256}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
