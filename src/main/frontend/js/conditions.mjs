/** Shows and hides fields by the FEEL conditions of the form, as the server does when it checks the answer. */
let feel;

/** The form's answers by key: text, number, list of ticks, or true/false, like the server reads them. */
export function answers(form) {
  const found = {};
  for (const field of form.querySelectorAll('[data-field]')) {
    if (field.dataset.type) found[field.dataset.field] = field.hidden ? null : answer(field);
  }
  return found;
}

function answer(field) {
  const inputs = [...field.querySelectorAll('input, select, textarea')];
  const ticked = inputs.filter((input) => input.checked).map((input) => input.value);
  switch (field.dataset.type) {
    case 'checkbox': return ticked.length > 0;
    case 'checklist': return ticked;
    case 'number': return inputs[0].value.trim() === '' ? null : Number(inputs[0].value.normalize('NFKC').replaceAll(',', ''));
    default: return (inputs[0]?.type === 'radio' ? ticked[0] : inputs[0]?.value) || null;
  }
}

/** Calls back after every change of what is shown. */
export async function startConditions(form, changed) {
  const conditional = [...form.querySelectorAll('[data-hide]')];
  if (conditional.length === 0) return;
  feel ??= import('feelin');
  const { evaluate } = await feel;
  const settle = () => {
    if (apply(form, conditional, evaluate)) changed();
  };
  form.addEventListener('input', settle);
  form.addEventListener('change', settle);
  settle();
}

/** A hidden field counts as not answered, so one change may cause the next: repeat until nothing changes. */
function apply(form, conditional, evaluate) {
  let anyChange = false;
  for (let round = 0; round < conditional.length + 1; round++) {
    const known = answers(form);
    const turned = conditional.filter((field) => {
      const hide = hidden(field.dataset.hide, known, evaluate);
      if (field.hidden === hide) return false;
      show(field, !hide);
      return true;
    });
    if (turned.length === 0) break;
    anyChange = true;
  }
  for (const part of form.querySelectorAll('[data-part]')) {
    part.hidden = [...part.querySelectorAll('[data-field]')].every((field) => field.hidden);
  }
  return anyChange;
}

function hidden(condition, known, evaluate) {
  try {
    return evaluate(condition.replace(/^=/, ''), known).value === true;
  } catch {
    return false;
  }
}

function show(field, shown) {
  field.hidden = !shown;
  for (const input of field.querySelectorAll('input, select, textarea')) input.disabled = !shown;
}
