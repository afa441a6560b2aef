/** Who does a step: one role, or several of which anybody may take it. */
import { h, freshId, select } from '../dom.mjs';

export function rolesField(panel, element, businessObject) {
  const chosen = (businessObject.get('camunda:candidateGroups') ?? '').split(',').map((role) => role.trim()).filter(Boolean);
  const write = (roles) => panel.set(element, { 'camunda:candidateGroups': roles.filter(Boolean).join(',') || undefined }, true);
  const options = panel.palette.roles.map(({ id, name }) => [id, name]);
  const rows = (chosen.length === 0 ? [''] : chosen).map((role, at) => {
    const control = select([['', at === 0 ? '選んでください' : '外す'], ...options.filter(([id]) => id === role || !chosen.includes(id))], role,
      (value) => write(chosen.length === 0 ? [value] : chosen.map((each, place) => (place === at ? value : each))),
      { id: freshId('role'), 'aria-label': at === 0 ? null : `役割 ${at + 1}つ目`, class: at === 0 ? null : 'next-choice' });
    return control;
  });
  const more = chosen.length > 0 && panel.mine
    ? select([['', 'ほかの役割も足す'], ...options.filter(([id]) => !chosen.includes(id))], '', (value) => write([...chosen, value]), { class: 'next-choice', 'aria-label': 'ほかの役割も足す' })
    : null;
  return h('div', { class: 'field' }, h('label', { for: rows[0].id }, '役割'), ...rows, more);
}
