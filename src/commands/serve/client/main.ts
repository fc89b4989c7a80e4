import { check } from './check.ts';
import { listenToEarlier } from './earlier.ts';
import { DATA, element, say } from './texts.ts';
import { uploads } from './uploads.ts';

const go = element<HTMLButtonElement>('controleer');
const halt = element<HTMLButtonElement>('breek-af');
const state = element('stand');
let running: AbortController | null = null;

const files = uploads(refresh);

function refresh(): void {
  element('leeg').hidden = element('lijst').childElementCount > 0;
  go.disabled = running !== null || files.busy() || files.count() === 0;
  halt.hidden = running === null;
}

async function run(): Promise<void> {
  running = new AbortController();
  refresh();
  await check(running.signal);
  running = null;
  refresh();
}

/** Folders come as files that cannot be read; they are named instead. */
function take(dropped: DataTransfer): void {
  const taken: File[] = [];
  for (const item of dropped.items) {
    const file = item.getAsFile();
    if (item.webkitGetAsEntry()?.isDirectory) state.textContent = say('folder', { name: file?.name ?? '' });
    else if (file) taken.push(file);
  }
  files.add(taken);
}

element('bureau').addEventListener('submit', (event) => {
  event.preventDefault();
  if (!go.disabled) void run();
});
halt.addEventListener('click', () => running?.abort());
const chooser = element<HTMLInputElement>('kies');
chooser.addEventListener('change', () => {
  files.add(chooser.files ?? []);
  chooser.value = '';
});
const place = element('neer');
// The whole page takes files, so that one that is dropped beside the box does not replace the page.
addEventListener('dragover', (event) => {
  event.preventDefault();
  place.classList.add('over');
});
addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) place.classList.remove('over');
});
addEventListener('drop', (event) => {
  event.preventDefault();
  place.classList.remove('over');
  if (event.dataTransfer) take(event.dataTransfer);
});
element('sluit').addEventListener('click', () => {
  fetch('stop', { method: 'POST' }).then(
    () => document.body.replaceChildren(say('stopped')),
    () => document.body.replaceChildren(say('gone')),
  );
});
// A tab that goes takes its files along. One that the browser only puts aside may come back.
addEventListener('pagehide', (event) => {
  if (!event.persisted) navigator.sendBeacon(`desks/${DATA.desk}/close`);
});
listenToEarlier();
refresh();
