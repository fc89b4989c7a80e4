import { DATA, element, say } from './texts.ts';

/** The files of this tab: each is sent at once, can be stopped while it is on its way and taken away when it is there. */
export interface Uploads {
  add(files: Iterable<File>): void;
  /** Whether something is still on its way. */
  busy(): boolean;
  count(): number;
}

/** The list of files; `changed` is told whenever it is another. */
export function uploads(changed: () => void): Uploads {
  const list = element('lijst');
  let onTheirWay = 0;
  let there = 0;

  function add(file: File): void {
    const row = document.createElement('li');
    const name = part('span', 'name', file.name);
    const state = part('span', 'state', say('uploading', { share: 0 }));
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '✕';
    button.setAttribute('aria-label', say('cancelUpload', { name: file.name }));
    row.append(name, state, button);
    list.append(row);
    const request = new XMLHttpRequest();
    onTheirWay++;
    const settled = (text: string, failed: boolean) => {
      onTheirWay--;
      state.textContent = text;
      state.classList.toggle('failed', failed);
      button.setAttribute('aria-label', say('remove', { name: file.name }));
      button.onclick = () => gone(row, null);
      changed();
    };
    request.upload.onprogress = ({ loaded, total }) => {
      state.textContent = say('uploading', { share: total === 0 ? 100 : Math.floor((loaded / total) * 100) });
    };
    request.onload = () => {
      const told = parsed(request.responseText);
      if (request.status !== 200 || told.id === undefined) {
        settled(say('uploadFailed', { why: told.problem ?? say('gone') }), true);
        return;
      }
      there++;
      settled(say('uploaded'), false);
      button.onclick = () => gone(row, told.id ?? null);
    };
    request.onerror = () => settled(say('uploadFailed', { why: say('gone') }), true);
    request.onabort = () => {
      onTheirWay--;
      gone(row, null);
    };
    button.onclick = () => request.abort();
    request.open('PUT', `desks/${DATA.desk}/files?name=${encodeURIComponent(file.name)}`);
    request.send(file);
    changed();
  }

  function gone(row: HTMLElement, id: string | null): void {
    row.remove();
    if (id !== null) {
      there--;
      fetch(`desks/${DATA.desk}/files/${id}`, { method: 'DELETE' }).catch(() => undefined);
    }
    changed();
    element('kies').focus();
  }

  return {
    add: (files) => {
      for (const file of files) add(file);
    },
    busy: () => onTheirWay > 0,
    count: () => there,
  };
}

function part(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function parsed(text: string): { readonly id?: string; readonly problem?: string } {
  try {
    return JSON.parse(text) as { id?: string; problem?: string };
  } catch {
    return {};
  }
}
