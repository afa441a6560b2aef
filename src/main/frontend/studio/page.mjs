/** The page of one file of a draft: loads it, the editor for its kind, and keeps what is changed. */
import { announce } from '../js/announce.mjs';
import { Findings } from './findings.mjs';
import { Saver } from './saver.mjs';

const editors = {
  bpmn: () => import('./modeler/modeler.mjs'),
  dmn: () => import('./decisions.mjs'),
  form: () => import('./forms.mjs'),
};

export async function startEditor(page) {
  const { editor: kind, href, draftHref, mine, version } = page.dataset;
  const content = `${href}/content`;
  const place = (name) => page.querySelector(`[data-${name}]`);
  try {
    const [{ open }, file, base, palette] = await Promise.all([
      editors[kind](), text(content), text(`${href}/base`), json(`${draftHref}/palette`),
    ]);
    const findings = new Findings(page);
    const saver = new Saver({
      href: content,
      version: Number(version),
      place: place('saved'),
      read: () => editor.read(),
      saved: (answer) => { findings.show(answer.findings); editor.checked?.(findings.own()); },
      faster: (sentence) => conflict(page, sentence, editor),
    });
    place('loading')?.remove();
    const editor = await open({
      page, place, file, base, palette, draftHref, findings,
      mine: mine === 'yes',
      changed: () => { if (mine === 'yes') saver.changed(); },
      saveNow: () => saver.save(),
    });
    editor.checked?.(findings.own());
    if (editor.nameOf) findings.callBy(editor.nameOf);
    findings.onChoose = (element) => editor.select?.(element);
    if (page.dataset.at) editor.select?.(page.dataset.at);
    page.dataset.ready = 'yes';
  } catch (problem) {
    console.error('The editor could not be opened', problem);
    const canvas = place('canvas');
    canvas.replaceChildren();
    const sentence = document.createElement('p');
    sentence.textContent = 'このファイルは、ここでは開けません。点検の結果を見て、取り出したファイルを直し、下書きに入れ直してください。';
    canvas.append(sentence);
    page.dataset.ready = 'failed';
  }
}

/** What was drawn stays on the screen; the person decides what becomes of it. */
function conflict(page, sentence, editor) {
  const notice = page.querySelector('[data-conflict]');
  notice.querySelector('[data-conflict-text]').textContent = sentence;
  notice.hidden = false;
  announce(sentence);
  notice.querySelector('[data-reload]').onclick = () => location.reload();
  notice.querySelector('[data-download]').onclick = async () => {
    const address = URL.createObjectURL(new Blob([await editor.read()], { type: 'application/octet-stream' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = page.dataset.shortName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
}

async function text(address) {
  const response = await fetch(address, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

async function json(address) {
  return JSON.parse(await text(address));
}
