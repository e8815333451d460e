/* Parses a UTF-16 buffer and flattens the tree into plain arrays, so that nothing managed ever holds a tree-sitter pointer. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "tree_sitter/api.h"

#define ASE_EXPORT __attribute__((visibility("default")))

const TSLanguage *tree_sitter_javascript(void);
const TSLanguage *tree_sitter_typescript(void);
const TSLanguage *tree_sitter_tsx(void);
const TSLanguage *tree_sitter_php(void);
const TSLanguage *tree_sitter_python(void);
const TSLanguage *tree_sitter_go(void);
const TSLanguage *tree_sitter_java(void);
const TSLanguage *tree_sitter_c(void);
const TSLanguage *tree_sitter_cpp(void);
const TSLanguage *tree_sitter_c_sharp(void);
const TSLanguage *tree_sitter_ruby(void);

/* coupling: the order equals the enum LanguageId in src/Ase.Code/Languages/LanguageId.cs */
static const TSLanguage *(*const LANGUAGES[])(void) = {
  tree_sitter_javascript, tree_sitter_typescript, tree_sitter_tsx, tree_sitter_php, tree_sitter_python, tree_sitter_go,
  tree_sitter_java, tree_sitter_c, tree_sitter_cpp, tree_sitter_c_sharp, tree_sitter_ruby,
};
#define LANGUAGE_COUNT (sizeof LANGUAGES / sizeof *LANGUAGES)

/* coupling: NativeNode in src/Ase.Code/Trees/NativeParser.cs */
typedef struct {
  uint32_t start;    /* in UTF-16 code units */
  uint32_t end;      /* exclusive */
  uint32_t last;     /* index after the last descendant */
  int32_t parent;    /* -1 for the root */
  uint16_t kind;
  uint16_t field;    /* 0: none */
  uint32_t flags;    /* 1 named, 2 error, 4 missing, 8 extra, 16 has an error below */
} AseNode;

typedef struct {
  AseNode *nodes;
  uint32_t count;
  uint32_t capacity;
  int32_t status;    /* 0 parsed, 1 timed out, 2 out of memory or too many nodes, 3 unknown language */
} AseTree;

static int push(AseTree *t, TSNode node, uint16_t field, int32_t parent) {
  if (t->count == t->capacity) {
    uint32_t capacity = t->capacity ? t->capacity * 2 : 1024;
    AseNode *grown = realloc(t->nodes, (size_t)capacity * sizeof(AseNode));
    if (!grown) return 0;
    t->nodes = grown;
    t->capacity = capacity;
  }
  AseNode *n = &t->nodes[t->count++];
  n->start = ts_node_start_byte(node) / 2;
  n->end = ts_node_end_byte(node) / 2;
  n->last = t->count;
  n->parent = parent;
  n->kind = ts_node_symbol(node);
  n->field = field;
  n->flags = (ts_node_is_named(node) ? 1u : 0u) | (ts_node_is_error(node) ? 2u : 0u) | (ts_node_is_missing(node) ? 4u : 0u) |
             (ts_node_is_extra(node) ? 8u : 0u) | (ts_node_has_error(node) ? 16u : 0u);
  return 1;
}

ASE_EXPORT AseTree *ase_parse(uint32_t language, const uint16_t *text, uint32_t units, uint64_t timeout_micros, uint32_t max_nodes) {
  AseTree *t = calloc(1, sizeof *t);
  if (!t) return NULL;
  if (language >= LANGUAGE_COUNT) { t->status = 3; return t; }
  TSParser *parser = ts_parser_new();
  if (!ts_parser_set_language(parser, LANGUAGES[language]())) { t->status = 3; ts_parser_delete(parser); return t; }
  ts_parser_set_timeout_micros(parser, timeout_micros);
  TSTree *tree = ts_parser_parse_string_encoding(parser, NULL, (const char *)text, units * 2, TSInputEncodingUTF16LE);
  if (!tree) { t->status = 1; ts_parser_delete(parser); return t; }
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  int32_t parent = -1;
  int alive = push(t, ts_tree_cursor_current_node(&cursor), 0, -1);
  int32_t current = 0;
  while (alive) {
    if (t->count > max_nodes) { alive = 0; break; }
    if (ts_tree_cursor_goto_first_child(&cursor)) {
      parent = current;
    } else {
      int moved = 0;
      for (;;) {
        if (ts_tree_cursor_goto_next_sibling(&cursor)) { moved = 1; parent = t->nodes[current].parent; break; }
        if (!ts_tree_cursor_goto_parent(&cursor)) break;
        current = t->nodes[current].parent;
        t->nodes[current].last = t->count;
      }
      if (!moved) break;
    }
    current = (int32_t)t->count;
    alive = push(t, ts_tree_cursor_current_node(&cursor), ts_tree_cursor_current_field_id(&cursor), parent);
  }
  if (!alive) { t->status = 2; t->count = 0; }
  ts_tree_cursor_delete(&cursor);
  ts_tree_delete(tree);
  ts_parser_delete(parser);
  return t;
}

ASE_EXPORT void ase_tree_free(AseTree *t) {
  if (!t) return;
  free(t->nodes);
  free(t);
}

ASE_EXPORT uint32_t ase_symbol_count(uint32_t language) { return ts_language_symbol_count(LANGUAGES[language]()); }
ASE_EXPORT const char *ase_symbol_name(uint32_t language, uint16_t symbol) { return ts_language_symbol_name(LANGUAGES[language](), symbol); }
ASE_EXPORT uint32_t ase_field_count(uint32_t language) { return ts_language_field_count(LANGUAGES[language]()); }
ASE_EXPORT const char *ase_field_name(uint32_t language, uint16_t field) { return ts_language_field_name_for_id(LANGUAGES[language](), field); }
