// Lets an addon written for Node-API 10 run on Node-API 9, where a reference can hold an object but not a string or
// number. Such a value is kept in an array of one element, and the lowest bit of the reference (free, because
// references are aligned) remembers that. Included before the addon's own sources by sqlite-node-api-9.mjs.
#pragma once
#undef NAPI_VERSION
#define NAPI_VERSION 9
#include <node_api.h>
#include <stdint.h>

static const uintptr_t kInArray = 1;

static inline napi_ref Untagged(napi_ref ref) { return (napi_ref)((uintptr_t)ref & ~kInArray); }

static inline bool CanBeReferenced(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_external || type == napi_symbol;
}

static inline napi_status CreateReference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (CanBeReferenced(type)) return napi_create_reference(env, value, count, result);
  napi_value array;
  status = napi_create_array_with_length(env, 1, &array);
  if (status == napi_ok) status = napi_set_element(env, array, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, array, count, result);
  if (status == napi_ok) *result = (napi_ref)((uintptr_t)*result | kInArray);
  return status;
}

static inline napi_status GetReferenceValue(napi_env env, napi_ref ref, napi_value* result) {
  napi_status status = napi_get_reference_value(env, Untagged(ref), result);
  const bool in_array = (uintptr_t)ref & kInArray;
  if (status != napi_ok || !in_array || *result == nullptr) return status;
  return napi_get_element(env, *result, 0, result);
}

#define napi_create_reference CreateReference
#define napi_get_reference_value GetReferenceValue
#define napi_delete_reference(env, ref) napi_delete_reference(env, Untagged(ref))
#define napi_reference_ref(env, ref, count) napi_reference_ref(env, Untagged(ref), count)
#define napi_reference_unref(env, ref, count) napi_reference_unref(env, Untagged(ref), count)
