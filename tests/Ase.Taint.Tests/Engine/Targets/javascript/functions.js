function runs(command) {
  // ruleid: functions
  sink(command);
}

function runsOther(first, second) {
  // ok: functions
  sink(first);
  return second;
}

function reads() {
  return source();
}

function passes(x) {
  return x;
}

function picks(options) {
  return options.good;
}

function arguments1() {
  runs(source());
  runsOther('constant', source());
  // ruleid: functions
  sink(reads());
  // ruleid: functions
  sink(passes(source()));
  // ok: functions
  sink(passes('constant'));
  // ok: functions
  sink(picks({ good: 'constant', bad: source() }));
  // ruleid: functions
  sink(picks({ good: source(), bad: 'constant' }));
}

function fills(target) {
  target.name = source();
}

function mutation() {
  const o = {};
  // ok: functions
  sink(o.name);
  fills(o);
  // ruleid: functions
  sink(o.name);
  // ok: functions
  sink(o.other);
}

function chain1(x) { chain2(x); }
function chain2(x) { chain3('a' + x); }
function chain3(x) {
  // ruleid: functions
  sink(x);
}
chain1(source());

function countdown(n, text) {
  if (n === 0) {
    // ruleid: functions
    sink(text);
    return text;
  }
  return countdown(n - 1, text + '.');
}

function even(n, x) { return n === 0 ? x : odd(n - 1, x); }
function odd(n, x) { return n === 0 ? 'constant' : even(n - 1, x); }

function recursion() {
  countdown(3, source());
  // ruleid: functions
  sink(even(4, source()));
}

function calls(f, x) {
  return f(x);
}

function callbacks() {
  calls((y) => {
    // ruleid: functions
    sink(y);
  }, source());
  calls((y) => {
    // ok: functions
    sink(y);
  }, 'constant');
  // ok: functions
  sink(calls(() => 'constant', source()));
  // ruleid: functions
  sink(calls((z) => z + '!', source()));
  calls(runs2, source());
}

function runs2(command) {
  // ruleid: functions
  sink(command);
}

function load(name, done) {
  done(null, source());
}

function errorFirst() {
  load('x', (error, data) => {
    // ok: functions
    sink(error);
    // ruleid: functions
    sink(data);
  });
}

function closures() {
  let shared = 'constant';
  const set = () => { shared = source(); };
  const use = () => {
    // ruleid: functions
    sink(shared);
  };
  set();
  use();
  const name = source();
  function inner() {
    // ruleid: functions
    sink(name);
  }
  inner();
}

function events(stream) {
  let body = '';
  stream.on('end', () => {
    // ruleid: functions
    sink(body);
  });
  stream.on('data', () => { body += source(); });
}

function immediately() {
  (function (x) {
    // ruleid: functions
    sink(x);
  })(source());
  ((x) => {
    // ok: functions
    sink(x);
  })('constant');
}

function shapes() {
  runs3.call(null, source());
  runs4.apply(null, [source(), 'constant']);
  const bound = runs5.bind(null);
  bound(source());
}
function runs3(x) {
  // ruleid: functions
  sink(x);
}
function runs4(x, y) {
  // ruleid: functions
  sink(x);
  // ok: functions
  sink(y);
}
function runs5(x) {
  // ruleid: functions
  sink(x);
}

function rest(first, ...others) {
  // ok: functions
  sink(first);
  // ruleid: functions
  sink(others[0]);
}
rest('constant', source());

function defaults(x = source()) {
  // ruleid: functions
  sink(x);
}
defaults();

async function waits() {
  const a = await Promise.resolve(source());
  // ruleid: functions
  sink(a);
  Promise.resolve(source()).then((b) => b + '!').then((c) => {
    // ruleid: functions
    sink(c);
  });
  const d = await new Promise((resolve) => {
    setTimeout(() => resolve(source()), 10);
  });
  // ruleid: functions
  sink(d);
  const e = await later2();
  // ruleid: functions
  sink(e);
}

async function later2() {
  return source();
}

const handlers = {
  start(x) {
    // ruleid: functions
    sink(x);
  },
  stop: (x) => {
    // ok: functions
    sink(x);
  },
};
handlers.start(source());
handlers.stop('constant');

function makes() {
  return (x) => {
    // ruleid: functions
    sink(x);
  };
}
makes()(source());

const config = {};
config.command = source();
function usesModuleVariable() {
  // ruleid: functions
  sink(config.command);
}

let current;
function remembers() { current = source(); }
function recalls() {
  // ruleid: functions
  sink(current);
}
