/** `domify` for pages whose content security policy forbids style attributes in markup: they are set by script instead. */
import original from '../node_modules/domify/index.js';

const styled = 'data-set-style';

export default function domify(markup, ...rest) {
  const made = original(typeof markup === 'string' ? markup.replaceAll(/\sstyle=(["'])/g, ` ${styled}=$1`) : markup, ...rest);
  if (made.nodeType === Node.ELEMENT_NODE || made.nodeType === Node.DOCUMENT_FRAGMENT_NODE) {
    const elements = [made, ...made.querySelectorAll(`[${styled}]`)].filter((each) => each.hasAttribute?.(styled));
    for (const element of elements) {
      element.style.cssText = element.getAttribute(styled);
      element.removeAttribute(styled);
    }
  }
  return made;
}
