'use strict';

const express = require('express');
const notebookRoutes = require('./routes/notebooks');

const app = express();
app.use('/notebooks', notebookRoutes);

app.use((error, req, res, next) => {
  if (res.headersSent) {
    return next(error);
  }
  console.error(error);
  res.status(500).type('text').send('The server could not answer.');
});

if (require.main === module) {
  app.listen(Number(process.env.PORT) || 4000);
}

module.exports = app;
