// Functions that nobody calls here exchange values through variables of the module.
let last = '';
let tidy = '';
let untouched = 'a';
const settings = { name: '', plain: '' };

exports.remember = function () {
  last = source();
  tidy = source();
  tidy = clean(tidy);
  settings.name = source();
  settings.plain = 'b';
};

exports.show = function () {
  // ruleid: flow
  sink(last);
  // ok: flow
  sink(tidy);
  // ok: flow
  sink(untouched);
  // ruleid: flow
  sink(settings.name);
  // ok: flow
  sink(settings.plain);
};

// The same inside a function: two handlers of one server.
function serve(server) {
  let current = null;
  let other = null;
  server.on('open', () => { current = source(); other = 1; });
  server.on('close', () => {
    // ruleid: flow
    sink(current);
    // ok: flow
    sink(other);
  });
}
serve(require('net').createServer());

// A variable of the same name in another function is another variable.
function apart() {
  let current = 'x';
  const read = () => {
    // ok: flow
    sink(current);
  };
  const write = () => { current = 'y'; };
  return [read, write];
}
exports.apart = apart;
