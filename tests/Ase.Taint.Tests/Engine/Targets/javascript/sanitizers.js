function results() {
  const a = source();
  // ok: sanitizers
  sink(escape(a));
  // ok: sanitizers
  sink('x' + escape('y' + a));
  // ruleid: sanitizers
  sink(escape(a) + a);
  // ok: sanitizers
  escape(sink(a));
}

function wrapped(text) {
  return escape(String(text));
}

function throughFunction() {
  // ok: sanitizers
  sink(wrapped(source()));
}

function sometimes(flag) {
  let a = source();
  if (flag) a = escape(a);
  // ruleid: sanitizers
  sink(a);
}

function sideEffect() {
  const a = source();
  scrub(a);
  // ok: sanitizers
  sink(a);
}

function undone() {
  const a = escape(source());
  // ok: sanitizers
  sink(a);
  // ruleid: sanitizers
  sink(decodeURIComponent(a));
  const b = source();
  if (!/^[a-z]+$/.test(b)) return;
  // ruleid: sanitizers
  sink(decodeURIComponent(b));
  const c = decodeURIComponent(b);
  if (!/^[a-z]+$/.test(c)) return;
  // ok: sanitizers
  sink(c);
}

function decoded(text) {
  return decodeURIComponent(text);
}

function undoneInFunction() {
  const a = escape(source());
  // ruleid: sanitizers
  sink(decoded(a));
}

function checkedBeforeDecoding() {
  const a = source();
  const later = decodeURIComponent(a);
  if (!/^[a-z]+$/.test(a)) return;
  // ruleid: sanitizers
  sink(later);
}
