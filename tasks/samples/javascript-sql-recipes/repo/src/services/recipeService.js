'use strict';

const recipes = require('../db/recipeRepository');

const PAGE = 20;
const MOST = 100;

function pageSize(wanted) {
  const size = Number.parseInt(wanted, 10);
  return size > 0 ? Math.min(size, MOST) : PAGE;
}

async function find(query) {
  const filter = {
    text: (query.q || '').trim(),
    cuisine: query.cuisine || '',
    sort: query.sort || 'title',
    limit: pageSize(query.limit),
  };
  const found = await recipes.search(filter);
  return { count: found.length, recipes: found };
}

async function get(id) {
  return Number.isInteger(id) ? recipes.byId(id) : null;
}

module.exports = { find, get };
