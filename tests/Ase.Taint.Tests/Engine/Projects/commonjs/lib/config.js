module.exports = { command: source(), name: 'constant' };
