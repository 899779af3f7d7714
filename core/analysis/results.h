// The results document.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/analysis/options.h"
#include "core/base/problem.h"

namespace riskset {

BOOST_DEFINE_ENUM_CLASS(ExclusionReason, missing, excluded, afterCutoff)

// Why a data row (1-based) was not used: a value it lacks, because the file excludes it, or because
// it starts after the endpoint's cut-off.
struct Exclusion {
  int row = 0;
  ExclusionReason why{};
  std::string column;  // that has no value, or holds the start; empty for `excluded`
  std::string detail;  // the file's reason for `excluded`
};
BOOST_DESCRIBE_STRUCT(Exclusion, (), (row, why, column, detail))

template <class Options>
using ValueOf = typename Options::Value;
using Value = boost::mp11::mp_transform<ValueOf, Options>;

struct Answer {
  std::string id, method;
  bool ok = true;
  int used = 0;  // patients in the analysis
  std::vector<Exclusion> excluded;
  Value value;
  std::vector<Warning> warnings;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (id, method, ok, used, excluded, value, warnings))

struct Refusal {
  std::string id, method;
  bool ok = false;
  Problem problem;
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (id, method, ok, problem))

using AnalysisResult = std::variant<Answer, Refusal>;

struct Results {
  int riskset = 1;
  std::string engine;
  std::vector<AnalysisResult> results;
  std::optional<Problem> problem;  // the file itself was refused: nothing was run
};
BOOST_DESCRIBE_STRUCT(Results, (), (riskset, engine, results, problem))

}  // namespace riskset
