'use strict';

const { Router } = require('express');
const comments = require('../db/commentRepository');

const router = Router({ mergeParams: true });

router.get('/', async (req, res, next) => {
  try {
    res.json(await comments.list(Number(req.params.recipe), req.query.author));
  } catch (error) {
    next(error);
  }
});

router.post('/', async (req, res, next) => {
  try {
    const id = await comments.add(Number(req.params.recipe), req.body.author, req.body.text);
    res.status(201).json({ id });
  } catch (error) {
    next(error);
  }
});

module.exports = router;
