// The Tasklist would keep half-written answers in the browser, where the next person at this desk could read them.
const write = Storage.prototype.setItem;
Storage.prototype.setItem = function setItem(key, value) {
  if (!String(key).startsWith('camunda-form:')) {
    write.call(this, key, value);
  }
};
