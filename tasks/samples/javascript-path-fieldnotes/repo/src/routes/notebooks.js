'use strict';

const express = require('express');
const notebooks = require('../services/notebooks');

const router = express.Router();

router.get('/:id', async (req, res, next) => {
  try {
    res.json(await notebooks.contents(Number(req.params.id)));
  } catch (error) {
    next(error);
  }
});

// GET /notebooks/12/attachment?file=heron.jpg
router.get('/:id/attachment', async (req, res, next) => {
  try {
    const found = await notebooks.attachment(Number(req.params.id), req.query.file);
    if (!found) {
      return res.sendStatus(404);
    }
    res.type(found.type).send(found.data);
  } catch (error) {
    next(error);
  }
});

// GET /notebooks/12/page?day=2024-05-17
router.get('/:id/page', async (req, res, next) => {
  try {
    const text = await notebooks.page(Number(req.params.id), String(req.query.day || ''));
    if (text === null) {
      return res.sendStatus(404);
    }
    res.type('text').send(text);
  } catch (error) {
    next(error);
  }
});

module.exports = router;
