#!/usr/bin/env node
'use strict'; // strict
let client;
function get() {
  if (!client) client = new OpenAI();
  later = 2;
  return client;
}
var later = 1;
function outer() {
  let buffer = "";
  const add = (s) => { buffer += s; inner = s; };
  { let buffer = "shadow"; buffer += "x"; }
  if (a) { var hoisted = 1; }
  xs.forEach(function each(x) { hoisted = x; globalThing = x; });
  return buffer;
}
const self = this, fn = async function* named() {}, handlers = { get: () => client, ["set"](v) { client = v; } };
self.list.push(1);
self.list[0].items.unshift(2);
exportsLike.deep.value = () => client;
