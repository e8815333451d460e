'use strict';

const { Router } = require('express');
const service = require('../services/recipeService');

const router = Router();

// GET /recipes?q=soup&cuisine=thai&sort=minutes&limit=20
router.get('/', async (req, res, next) => {
  try {
    const page = await service.find({
      q: req.query.q,
      cuisine: req.query.cuisine,
      sort: req.query.sort,
      limit: req.query.limit,
    });
    res.json(page);
  } catch (error) {
    next(error);
  }
});

router.get('/:id', async (req, res, next) => {
  try {
    const recipe = await service.get(Number(req.params.id));
    if (!recipe) {
      return res.sendStatus(404);
    }
    res.json(recipe);
  } catch (error) {
    next(error);
  }
});

module.exports = router;
