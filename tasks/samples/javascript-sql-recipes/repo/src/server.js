'use strict';

const express = require('express');
const recipeRoutes = require('./routes/recipes');
const commentRoutes = require('./routes/comments');

const app = express();
app.use(express.json({ limit: '64kb' }));
app.use('/recipes', recipeRoutes);
app.use('/recipes/:recipe/comments', commentRoutes);

app.use((error, req, res, next) => {
  if (res.headersSent) {
    return next(error);
  }
  console.error(error);
  res.status(500).json({ error: 'something went wrong' });
});

if (require.main === module) {
  app.listen(Number(process.env.PORT) || 3000);
}

module.exports = app;
