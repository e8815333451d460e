module.exports = function login(req, res) {
  req.session.folder = req.body.folder;
  req.session.visits = 1;
};
