module.exports = function makeRouter(store) {
  router.get('/', (req, res) => {
    // todoruleid: cross
    sink(store.find());
  });
};
