// Prints riskset.d.ts from the descriptions of the structs: the one place where the page learns
// what it may send and what it gets back.

#include <cstdio>
#include <set>

#include "core/analysis/file.h"
#include "core/analysis/results.h"

namespace riskset {
namespace {

// What a struct is written for decides how its keys read: in what is sent, an absent key keeps its
// default; in what comes back, every key is there.
enum class Side { sent, received };

// "riskset::Interval" from the compiler's own name of this function.
template <class T>
std::string typeName() {
  std::string name = __PRETTY_FUNCTION__;
  name = name.substr(name.find("T = ") + 4);
  name = name.substr(0, name.find_first_of(";]"));
  name = name.substr(name.rfind(':') == std::string::npos ? 0 : name.rfind(':') + 1);
  return name == "Column" ? "RawColumn" : name;
}

class Printer {
 public:
  template <class T>
  std::string type(Side side) {
    if constexpr (isOptional<T>) {
      return type<typename T::value_type>(side) + " | null";
    } else if constexpr (isVariant<T>) {
      return unionOf<T>(side);
    } else if constexpr (std::is_same_v<T, bool>) {
      return "boolean";
    } else if constexpr (std::is_arithmetic_v<T>) {
      return "number";
    } else if constexpr (std::is_same_v<T, Label>) {
      return "string | number";
    } else if constexpr (std::is_same_v<T, std::string>) {
      return "string";
    } else if constexpr (isOneOrMany<T>) {
      const auto item = type<typename T::value_type>(side);
      return item + " | " + listOf(item);
    } else if constexpr (std::is_same_v<T, std::vector<double>>) {
      return side == Side::sent ? "number[]" : "Float64Array";
    } else if constexpr (std::is_same_v<T, std::vector<int>>) {
      return side == Side::sent ? "number[]" : "Int32Array";
    } else if constexpr (std::is_same_v<T, OptionalReals>) {
      return "OptionalReals";
    } else if constexpr (isVector<T>) {
      return listOf(type<typename T::value_type>(side));
    } else if constexpr (isStringMap<T>) {
      return "Record<string, " + type<typename T::mapped_type>(side) + ">";
    } else if constexpr (DescribedEnum<T>) {
      declareEnum<T>();
      return typeName<T>();
    } else {
      declareStruct<T>(side);
      return typeName<T>();
    }
  }

  // The members of a struct but those named in `but`, one a line.
  template <class T>
  std::string members(Side side, const std::set<std::string_view>& but = {}) {
    std::string text;
    forEachMember<T>([&](std::string_view name, auto member) {
      using Member = std::remove_cvref_t<decltype(std::declval<T&>().*member)>;
      if (but.contains(name)) return;
      text += "  " + std::string(name) + (side == Side::sent ? "?: " : ": ") + type<Member>(side) +
              ";\n";
    });
    return text;
  }

  void declare(const std::string& text) { text_ += "\n" + text; }
  void print() const { std::fputs(text_.c_str(), stdout); }

 private:
  static std::string listOf(const std::string& item) {
    return item.find(' ') == std::string::npos ? item + "[]" : "(" + item + ")[]";
  }

  template <class T, std::size_t at = 0>
  std::string unionOf(Side side) {
    const auto own = type<std::variant_alternative_t<at, T>>(side);
    if constexpr (at + 1 == std::variant_size_v<T>) {
      return own;
    } else {
      return own + " | " + unionOf<T, at + 1>(side);
    }
  }

  template <class T>
  void declareStruct(Side side) {
    if (!declared_.insert(typeName<T>()).second) return;
    const auto body = members<T>(side);
    declare("export interface " + typeName<T>() + " {\n" + body + "}\n");
  }

  template <class T>
  void declareEnum() {
    if (!declared_.insert(typeName<T>()).second) return;
    std::string names;
    forEachEnumerator<T>(
        [&](T, std::string_view name) { names += "\n  | '" + std::string(name) + "'"; });
    declare("export type " + typeName<T>() + " =" + names + ";\n");
  }

  std::set<std::string> declared_;
  std::string text_ = "// Made by wasm/print_dts.cpp from the structs of core. Do not edit.\n";
};

void printTypes() {
  Printer printer;
  std::string analyses, answers;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Options>>(
      [&](auto each) {
        using Each = typename decltype(each)::type;
        const auto method = "'" + std::string(Each::method) + "'";
        analyses += "\n  | ({ id: string; method: " + method + " } & " +
                    printer.type<Each>(Side::sent) + ")";
        answers += "  " + std::string(Each::method) + ": " +
                   printer.type<typename Each::Value>(Side::received) + ";\n";
      });
  printer.declare(
      "declare const missing: unique symbol;\n\n"
      "/** A Float64Array in which NaN stands for a missing number: read it by numberAt. */\n"
      "export interface OptionalReals {\n  readonly length: number;\n"
      "  readonly [missing]: 'NaN';\n}\n");
  printer.declare("export type Analysis =" + analyses + ";\n");
  printer.declare("export interface AnalysisFile {\n" + printer.members<AnalysisFile>(Side::sent) +
                  "  analyses: Analysis[];\n  page?: unknown;\n}\n");
  printer.type<Column>(Side::received);
  printer.declare("/** What each method answers with. */\nexport interface Answers {\n" + answers +
                  "}\n");
  printer.declare("export type Method = keyof Answers;\n");
  printer.declare(
      "export type Answer<M extends Method = Method> = {\n  [K in M]: {\n  method: K;\n  ok: "
      "true;\n" +
      printer.members<Answer>(Side::received, {"method", "ok", "value"}) +
      "  value: Answers[K];\n  };\n}[M];\n");
  printer.declare("export interface Refusal {\n  ok: false;\n" +
                  printer.members<Refusal>(Side::received, {"ok"}) + "}\n");
  printer.declare("export type AnalysisResult = Answer | Refusal;\n");
  printer.declare("export interface Results {\n" +
                  printer.members<Results>(Side::received, {"results"}) +
                  "  results: AnalysisResult[];\n}\n");
  printer.declare(
      "export interface RisksetModule {\n"
      "  analyze(file: unknown, columns: RawColumn[], rows: number): Results;\n"
      "  version(): string;\n}\n");
  printer.declare(
      "export default function createRiskset(code: WebAssembly.Module): Promise<RisksetModule>;\n");
  printer.print();
}

}  // namespace
}  // namespace riskset

int main() {
  riskset::printTypes();
}
