const path = require('path');

function branches() {
  const a = source();
  if (/^[a-z]+$/.test(a)) {
    // ok: guards
    sink(a);
  } else {
    // ruleid: guards
    sink(a);
  }
  // ruleid: guards
  sink(a);
}

function earlyExit() {
  const a = source();
  if (!/^[a-z]+$/.test(a)) return;
  // ok: guards
  sink(a);
}

function earlyThrow() {
  const a = source();
  if (!/^[a-z]+$/.test(a)) {
    throw new Error('no');
  }
  // ok: guards
  sink(a);
}

function noExit() {
  const a = source();
  if (!/^[a-z]+$/.test(a)) {
    console.log('suspicious');
  }
  // ruleid: guards
  sink(a);
}

function processExit() {
  const a = source();
  if (!/^[a-z]+$/.test(a)) process.exit(1);
  // ok: guards
  sink(a);
}

function continues(list) {
  for (const item of [source(), 'x']) {
    if (!/^[a-z]+$/.test(item)) continue;
    // ok: guards
    sink(item);
  }
}

function logic(flag) {
  const a = source();
  if (flag && /^[a-z]+$/.test(a)) {
    // ok: guards
    sink(a);
  }
  if (flag || /^[a-z]+$/.test(a)) {
    // ruleid: guards
    sink(a);
  }
  if (!flag || !/^[a-z]+$/.test(a)) return;
  // ok: guards
  sink(a);
}

function shortCircuit() {
  const a = source();
  // ok: guards
  /^[a-z]+$/.test(a) && sink(a);
  // ruleid: guards
  /^[a-z]+$/.test(a) || sink(a);
  // ok: guards
  const r = /^[a-z]+$/.test(a) ? sink(a) : null;
  return r;
}

function stored(flag) {
  const a = source();
  const good = /^[a-z]+$/.test(a);
  if (!good) return;
  // ok: guards
  sink(a);
  const b = source();
  const fine = flag && /^[a-z]+$/.test(b);
  if (fine) {
    // ok: guards
    sink(b);
  }
  let c = source();
  const checked = /^[a-z]+$/.test(c);
  c = source();
  if (checked) {
    // ruleid: guards
    sink(c);
  }
}

function changedAfterCheck() {
  let a = source();
  if (!/^[a-z]+$/.test(a)) return;
  a = source();
  // ruleid: guards
  sink(a);
}

function derived() {
  const a = source();
  const before = path.join('/srv', a);
  const other = 'x' + source();
  if (!/^[a-z]+$/.test(a)) return;
  // ok: guards
  sink(before);
  // ok: guards
  sink(a + '.txt');
  // ruleid: guards
  sink(other);
}

function derivedIsNotTheOrigin() {
  const a = source();
  const extension = path.extname(a);
  if (!allowed.includes(extension)) return;
  // ok: guards
  sink(extension);
  // ruleid: guards
  sink(a);
}

function computed() {
  const a = source();
  if (!path.join('/srv', a).startsWith(root)) return;
  // ok: guards
  sink(a);
  const b = source();
  if (!allowed.includes(path.extname(b))) return;
  // ruleid: guards
  sink(b);
}

function members() {
  if (request.url.includes('..')) return;
  // ok: guards
  sink(request.url);
  const query = source();
  if (!/^[a-z]+$/.test(query.name)) return;
  // ok: guards
  sink(query.name);
  // ruleid: guards
  sink(query.other);
}

function isGood(text) {
  return /^[a-z]+$/.test(text);
}

function isBad(text) {
  if (!text) return true;
  if (text.includes('..')) return true;
  return false;
}

function assertGood(text) {
  if (!isGood(text)) throw new Error('no');
}

function cleanOrNull(text) {
  if (!allowed.includes(text)) return null;
  return text;
}

function helpers() {
  const a = source();
  if (isGood(a)) {
    // ok: guards
    sink(a);
  }
  const b = source();
  if (isBad(b)) return;
  // ok: guards
  sink(b);
  const c = source();
  assertGood(c);
  // ok: guards
  sink(c);
  const d = source();
  if (isGood(d) === false) return;
  // ok: guards
  sink(d);
  const e = source();
  // ok: guards
  sink(cleanOrNull(e));
  const f = source();
  isGood(f);
  // ruleid: guards
  sink(f);
  const g = source();
  if (!cleanOrNull(g)) return;
  // ok: guards
  sink(g);
}

function wholeCondition() {
  const a = source();
  if (a === undefined || a.length > 8) return;
  // ok: guards
  sink(a);
}

function membership() {
  const a = source();
  if (a in table) {
    // ok: guards
    sink(a);
  }
}

function collections() {
  const names = source().split(',');
  if (!names.every((name) => /^[a-z]+$/.test(name))) return;
  // ok: guards
  sink(names.join(' '));
  const paths = source().split(':');
  if (paths.some((p) => p.includes('..'))) return;
  // ok: guards
  sink(paths);
  const kept = source().split(',').filter((name) => allowed.includes(name));
  // ok: guards
  sink(kept[0]);
  const dropped = source().split(',').filter((name) => name.length > 2);
  // ruleid: guards
  sink(dropped[0]);
  const wrong = source().split(',');
  if (!wrong.some((name) => /^[a-z]+$/.test(name))) return;
  // ruleid: guards
  sink(wrong);
}

function constants() {
  const a = source();
  if (a === 'start' || a === 'stop') {
    // ok: guards
    sink(a);
  }
  // ruleid: guards
  sink(a);
  switch (a) {
    case 'start':
      // ok: guards
      sink(a);
      break;
    default:
      // ruleid: guards
      sink(a);
  }
  if (!a) {
    // ok: guards
    sink(a);
  }
}

function inClosure() {
  const a = source();
  if (!/^[a-z]+$/.test(a)) return;
  later(() => {
    // ok: guards
    sink(a);
  });
}

function uncheckedClosure() {
  const a = source();
  later(() => {
    // ruleid: guards
    sink(a);
  });
  if (!/^[a-z]+$/.test(a)) return;
}

function everyElementInALoop() {
  const names = source().split(',');
  for (const name of names) {
    if (!/^[a-z]+$/.test(name)) return;
  }
  // ok: guards
  sink(names.join(' '));
}

function everyElementButTheLast() {
  const names = source().split(',');
  for (const name of names) {
    if (name === 'end') break;
    if (!/^[a-z]+$/.test(name)) return;
  }
  // ruleid: guards
  sink(names.join(' '));
}

function someElements(all) {
  const names = source().split(',');
  for (const name of names) {
    if (!all) continue;
    if (!/^[a-z]+$/.test(name)) return;
  }
  // ruleid: guards
  sink(names.join(' '));
}

function elementsThatAreAdded() {
  const names = source().split(',');
  for (const name of names) {
    if (!/^[a-z]+$/.test(name)) return;
    names.push(source());
  }
  // ruleid: guards
  sink(names.join(' '));
}

function checkedByHelper() {
  const names = source().split(',');
  onlyWords(names);
  // ok: guards
  sink(names[0]);
}

function onlyWords(list) {
  for (const item of list) {
    if (!/^[a-z]+$/.test(item)) throw new Error('no word');
  }
}

function flag() {
  const a = source();
  let good = false;
  if (/^[a-z]+$/.test(a)) good = true;
  if (good) {
    // ok: guards
    sink(a);
  }
  // ruleid: guards
  sink(a);
}

function flagThatIsSetElsewhere(force) {
  const a = source();
  let good = false;
  if (/^[a-z]+$/.test(a)) good = true;
  if (force) good = true;
  if (good) {
    // ruleid: guards
    sink(a);
  }
}

function flagThatFails() {
  const a = source();
  let ok = true;
  if (!/^[a-z]+$/.test(a)) {
    report(a);
    ok = false;
  }
  if (!ok) return;
  // ok: guards
  sink(a);
}

function flagOfAnEarlierValue() {
  let a = source();
  let ok = false;
  if (/^[a-z]+$/.test(a)) ok = true;
  a = source();
  if (ok) {
    // ruleid: guards
    sink(a);
  }
}
