function assignments() {
  let a = source();
  // ruleid: values
  sink(a);
  const b = a;
  a = 'constant';
  // ok: values
  sink(a);
  // ruleid: values
  sink(b);
}

function branches(flag) {
  let a = 'constant';
  if (flag) {
    a = source();
  } else {
    // ok: values
    sink(a);
  }
  // ruleid: values
  sink(a);
  a = flag ? 'x' : 'y';
  // ok: values
  sink(a);
}

function strings() {
  const a = source();
  // ruleid: values
  sink('begin ' + a + ' end');
  // ruleid: values
  sink(`begin ${a} end`);
  let text = 'x';
  text += a;
  // ruleid: values
  sink(text);
  // ruleid: values
  sink(['ls', a].join(' '));
  // ruleid: values
  sink(a.trim().toLowerCase());
  // ok: values
  sink(a.length > 3 ? 'long' : 'short');
  // ok: values
  sink(parseInt(a, 10));
}

function fields() {
  const o = { good: 'constant', bad: source() };
  // ruleid: values
  sink(o.bad);
  // ok: values
  sink(o.good);
  // ruleid: values
  sink(o);
  o.bad = 'constant';
  // ok: values
  sink(o.bad);
  // ok: values
  sink(o);
  const { good, bad } = { good: 'constant', bad: source() };
  // ok: values
  sink(good);
  // ruleid: values
  sink(bad);
}

function partsOfTainted() {
  const request = source();
  // ruleid: values
  sink(request.query.name);
  request.query = { name: 'constant' };
  // ok: values
  sink(request.query.name);
  // ruleid: values
  sink(request.body);
  const name = request['header'];
  // ruleid: values
  sink(name);
}

function collections() {
  const list = [];
  list.push('constant');
  // ok: values
  sink(list);
  list.push(source());
  // ruleid: values
  sink(list[0]);
  for (const item of list) {
    // ruleid: values
    sink(item);
  }
  const map = new Map();
  map.set('key', source());
  // ruleid: values
  sink(map.get('key'));
  const spread = { ...{ inner: source() } };
  // ruleid: values
  sink(spread.inner);
  const table = {};
  table[list.length] = source();
  // ruleid: values
  sink(table.any);
}

function higherOrder() {
  const names = source().split(',');
  names.forEach((name) => {
    // ruleid: values
    sink(name);
  });
  const longer = names.map((name) => name + '!');
  // ruleid: values
  sink(longer[0]);
  const fixed = names.map(() => 'constant');
  // ok: values
  sink(fixed[0]);
  // ruleid: values
  sink(names.reduce((all, name) => all + name, ''));
  // ok: values
  sink(names.some((name) => name === 'x'));
}

function loops() {
  let last = '';
  for (let i = 0; i < 3; i++) {
    // ruleid: values
    sink(last);
    last = source();
  }
  let clean = source();
  do {
    clean = 'constant';
  } while (clean.length < 3);
  // ok: values
  sink(clean);
}

function exceptions() {
  let value = 'constant';
  try {
    value = source();
    risky();
    value = 'constant';
  } catch (e) {
    // ruleid: values
    sink(value);
  }
  // ruleid: values
  sink(value);
  throw sink('constant');
}

function deep(n) {
  const o = { a: { b: { c: { d: { e: { f: source() } } } } } };
  // ruleid: values
  sink(o.a.b.c.d.e.f);
  // ok: values
  sink(o.a.x);
  if (n) return;
  // ruleid: values
  sink(o.a.b);
}
