module.exports.a = function (cmd, options, done) {
  // ruleid: parameters
  run('x ' + cmd, options);
  // ok: parameters
  run('x', cmd);
  // ok: parameters
  run(options.name);
};

function withLabels() {
  const u = user();
  const s = secret();
  // ok: labels
  both(u);
  // ok: labels
  both(s);
  // ruleid: labels
  both(u + s);
  // ruleid: labels
  only(u);
  // ok: labels
  only(u + s);
  // ruleid: labels
  store(u, s);
  // ok: labels
  store(s, u);
  if (!isUser(u)) return;
  // ok: labels
  both(u + s);
}

function inCallee(x) {
  // ruleid: labels
  both(x + secret());
}
inCallee(user());

function sideEffects() {
  const buffer = allocate();
  // ok: effects
  write(buffer);
  read(buffer);
  // ruleid: effects
  write(buffer);
  const box = make();
  box.absorb(buffer);
  // ruleid: effects
  write(box);
}

function returns() {
  // ruleid: statements
  return entry();
}

function properties(element) {
  // ruleid: statements
  element.innerHTML = entry();
  // ok: statements
  element.textContent = entry();
  const table = entry();
  // ruleid: statements
  table['x' + 1] = 'constant';
}

function agree() {
  const a = take('first');
  // ruleid: agreeing
  give('first', a);
  // ok: agreeing
  give('second', a);
}
