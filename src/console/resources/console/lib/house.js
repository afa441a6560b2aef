// The Tasklist would keep half-written answers in the browser, where the next person at this desk could read them.
const write = Storage.prototype.setItem;
Storage.prototype.setItem = function setItem(key, value) {
  if (!String(key).startsWith('camunda-form:')) {
    write.call(this, key, value);
  }
};

// There is one sign-in, that of the product.
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#/login')) {
    location.assign(`${document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '')}/login`);
  }
});
