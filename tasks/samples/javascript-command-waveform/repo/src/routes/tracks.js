'use strict';

const express = require('express');
const waveforms = require('../services/waveforms');
const { readTags } = require('../lib/probe');

module.exports = function trackRoutes(store) {
  const router = express.Router();

  router.get('/', (req, res) => {
    res.json(store.all().map(({ id, title }) => ({ id, title })));
  });

  router.get('/:id/tags', async (req, res, next) => {
    try {
      const track = store.byId(Number(req.params.id));
      res.json(await readTags(store.audioFile(track), req.query.fields));
    } catch (error) {
      next(error);
    }
  });

  router.put('/:id/title', (req, res) => {
    const changed = store.rename(Number(req.params.id), String(req.body.title || ''));
    res.sendStatus(changed ? 204 : 404);
  });

  router.get('/:id/waveform.png', async (req, res, next) => {
    try {
      const track = store.byId(Number(req.params.id));
      const image = await waveforms.create(store, track, {
        colour: req.query.colour,
        background: req.query.background,
        width: req.query.width,
      });
      res.sendFile(image);
    } catch (error) {
      next(error);
    }
  });

  return router;
};
