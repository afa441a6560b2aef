/** Editors of drafts: `data-editor="bpmn|dmn|form"` loads the one it names, and no other page loads any. */
export async function startStudio() {
  const page = document.querySelector('[data-editor]');
  if (!page) return;
  const { startEditor } = await import('../studio/page.mjs');
  await startEditor(page);
}
