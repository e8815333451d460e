const { run, harmless } = require('./lib/runner');
const runner = require('./lib/runner');
const lib = require('./lib');
const { isGood, escape } = require('./lib/checks.js');
const single = require('./lib/single');
const config = require('./lib/config');
const makeRouter = require('./lib/router');

const a = source();
run(a);
harmless(a);
runner.stop(a);
lib.start(a);
single(a);
if (isGood(a)) {
  // ok: cross
  sink(a);
}
// ok: cross
sink(escape(a));
// ruleid: cross
sink(runner.read());
// ruleid: cross
sink(config.command);
// ok: cross
sink(config.name);
makeRouter({ find: () => source() });
