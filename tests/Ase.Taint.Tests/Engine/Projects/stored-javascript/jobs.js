const { exec } = require('child_process');

module.exports = function run(req, res) {
  // ruleid: stored
  exec('ls ' + req.session.folder);
  // ok: stored
  exec('ls ' + req.session.visits);
};
