'use strict';

const express = require('express');
const path = require('path');
const trackRoutes = require('./routes/tracks');
const { TrackStore } = require('./storage/tracks');

const app = express();
const store = new TrackStore(path.join(__dirname, '..', 'data', 'tracks.json'));

app.use(express.json());
app.use('/tracks', trackRoutes(store));

app.use((error, req, res, next) => {
  if (res.headersSent) {
    return next(error);
  }
  res.status(error.status || 500).json({ error: error.message });
});

if (require.main === module) {
  const port = Number(process.env.PORT) || 3100;
  app.listen(port, () => console.log(`waveform studio on port ${port}`));
}

module.exports = app;
