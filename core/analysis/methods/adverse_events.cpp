// Adverse events from columns of grades, or from rows that are events.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/analysis/methods/events.h"
#include "core/analysis/methods/methods.h"
#include "core/base/text.h"

namespace riskset {
namespace {

constexpr int kMostTerms = 2'000;
constexpr int kAnyNumber = std::numeric_limits<int>::max();

// What a cell says: a grade, or that the event occurred without one.
using Grades = std::vector<std::optional<int>>;

// A text that `grades` does not list is the grade's digit. Missing cells are passed over: `has`
// says which rows hold something.
Result<Grades> gradesIn(const std::string& name, const AdverseEventsOptions& options,
                        const Sample& sample, std::vector<bool>& has) {
  const Column& column = **sample.study().column(name);
  if (column.type == ColumnType::date)
    return Problem{ProblemCode::columnWrongType, name, {}, "number or category"};
  const bool isNumber = column.type == ColumnType::number;
  const auto numbers = isNumber ? sample.pick(column.numbers) : std::vector<double>();
  const auto codes = isNumber ? std::vector<int>() : sample.pick(column.codes);
  Grades grades(static_cast<std::size_t>(sample.size()));
  has.assign(grades.size(), false);
  Problem none{ProblemCode::valueNotAllowed, name, {}, ""};
  for (std::size_t i = 0; i < grades.size(); ++i) {
    if (isNumber ? std::isnan(numbers[i]) : codes[i] < 0) continue;
    has[i] = true;
    const std::string text =
        isNumber ? shortestText(numbers[i]) : column.levels[static_cast<std::size_t>(codes[i])];
    const auto listed = options.grades.find(text);
    if (listed != options.grades.end()) {
      grades[i] = listed->second;
      continue;
    }
    const auto number = numberIn(text);
    if (number && *number >= 0 && *number <= kWorstGrade && *number == std::floor(*number)) {
      grades[i] = static_cast<int>(*number);
      continue;
    }
    none.rows.push_back(sample.rowNumber(i));
    if (none.detail.empty()) none.detail = text;
  }
  if (!none.rows.empty()) return none;
  return grades;
}

void addTo(WorstGrade& worst, const std::optional<int>& grade) {
  if (grade)
    worst.addGrade(*grade);
  else
    worst.addUngraded();
}

WorstGrade noEvent() {
  WorstGrade worst;
  worst.addGrade(0);
  return worst;
}

// Which patient each row of the sample is of, and each patient's first row.
struct Patients {
  std::vector<std::size_t> ofRow, firstRow;
};

Result<Patients> patientsIn(const AdverseEventsOptions& options, Sample& sample) {
  Patients patients;
  const auto rows = static_cast<std::size_t>(sample.size());
  if (!options.patient) {
    for (std::size_t i = 0; i < rows; ++i) {
      patients.ofRow.push_back(i);
      patients.firstRow.push_back(i);
    }
    return patients;
  }
  const auto ids = sample.factor(*options.patient, kAnyNumber);
  if (!ids) return ids.problem();
  std::map<int, std::size_t> known;
  for (std::size_t i = 0; i < rows; ++i) {
    const auto [patient, isNew] = known.emplace(ids->codes[i], patients.firstRow.size());
    if (isNew) patients.firstRow.push_back(i);
    patients.ofRow.push_back(patient->second);
  }
  return patients;
}

// The rows of a patient agree on what is the patient's own. Problem: they do not, with their rows.
template <class T, class Same>
Result<std::vector<T>> ofPatients(const std::vector<T>& values, const Patients& patients,
                                  const std::string& column, const Sample& sample, Same&& same) {
  std::vector<T> own;
  for (const std::size_t row : patients.firstRow)
    own.push_back(values[row]);
  Problem differs{ProblemCode::valueNotAllowed, column, {}, "differs within a patient"};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!same(own[patients.ofRow[i]], values[i])) differs.rows.push_back(sample.rowNumber(i));
  }
  if (!differs.rows.empty()) {
    std::sort(differs.rows.begin(), differs.rows.end());
    return differs;
  }
  return own;
}

Result<SafetyCohort> cohortOf(const AdverseEventsOptions& options, const Names& by,
                              const Patients& patients, Sample& sample) {
  auto groups = sample.grouping(by);
  if (!groups) return groups.problem();
  SafetyCohort cohort{std::move(groups).value(), {}};
  auto codes = ofPatients(cohort.groups.codes, patients, cohort.groups.name, sample,
                          [](int own, int other) { return own == other; });
  if (!codes) return codes.problem();
  cohort.groups.codes = std::move(codes).value();
  if (!options.exposure) return cohort;
  const Column& column = **sample.study().column(*options.exposure);
  if (column.type != ColumnType::number)
    return Problem{ProblemCode::columnWrongType, column.name, {}, "number"};
  const auto times = sample.pick(column.numbers);
  auto negative = sample.rowNumbers([&](std::size_t i) { return times[i] < 0; });
  if (!negative.empty()) {
    const double first = *std::find_if(times.begin(), times.end(), [](double t) { return t < 0; });
    return Problem{ProblemCode::timeNegative, column.name, std::move(negative),
                   shortestText(first)};
  }
  auto exposure = ofPatients(times, patients, column.name, sample, [](double own, double other) {
    return own == other || (std::isnan(own) && std::isnan(other));
  });
  if (!exposure) return exposure.problem();
  cohort.exposure = std::move(exposure).value();
  return cohort;
}

// A missing cell: nobody knows whether the event occurred.
Result<TermEvents> columnEvents(const std::string& name, const AdverseEventsOptions& options,
                                const Patients& patients, const Sample& sample) {
  std::vector<bool> has;
  const auto grades = gradesIn(name, options, sample, has);
  if (!grades) return grades.problem();
  TermEvents events{name, std::vector<WorstGrade>(patients.firstRow.size())};
  for (std::size_t i = 0; i < has.size(); ++i) {
    WorstGrade& worst = events.worst[patients.ofRow[i]];
    if (has[i])
      addTo(worst, (*grades)[i]);
    else
      worst.addUnknown();
  }
  return events;
}

// Rows that are events: those among the `counted` that name a term. A patient without such a row
// had none; an event without a grade occurred.
Result<std::vector<TermEvents>> rowEvents(const AdverseEventsOptions& options,
                                          const std::vector<bool>& counted,
                                          const Patients& patients, Sample& sample) {
  const Column& column = **sample.study().column(*options.term);
  if (column.type != ColumnType::category)
    return Problem{ProblemCode::columnWrongType, column.name, {}, "category"};
  std::vector<bool> has;
  const auto grades = gradesIn(*options.grade, options, sample, has);
  if (!grades) return grades.problem();
  const auto terms = sample.pick(column.codes);
  std::vector<std::vector<WorstGrade>> worst(column.levels.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[i] < 0 || !counted[i]) continue;
    auto& own = worst[static_cast<std::size_t>(terms[i])];
    if (own.empty()) own.assign(patients.firstRow.size(), noEvent());
    addTo(own[patients.ofRow[i]], has[i] ? (*grades)[i] : std::nullopt);
  }
  std::vector<TermEvents> events;
  for (std::size_t code = 0; code < worst.size(); ++code) {
    if (!worst[code].empty()) events.push_back({column.levels[code], std::move(worst[code])});
  }
  return events;
}

// Which rows of the sample meet the conditions on events. Rows that lack a value are told.
Result<std::vector<bool>> countedRows(const AdverseEventsOptions& options, const Sample& sample,
                                      std::vector<Exclusion>& lacking) {
  RowSelection selection(sample.study());
  selection.takeExcluded();  // by the file: the sample tells of them
  if (const auto problem = selection.where(options.events)) return *problem;
  lacking = selection.takeExcluded();
  std::vector<bool> meets(static_cast<std::size_t>(sample.study().rows()));
  for (const int row : selection.rows())
    meets[static_cast<std::size_t>(row)] = true;
  return sample.pick(meets);
}

// Events of a further table are of the patients to whom the file links it.
Result<AdverseEventsOptions> withTable(AdverseEventsOptions options, const AnalysisFile& file) {
  if (!options.table) return options;
  const auto table = file.tables.find(*options.table);
  if (table == file.tables.end()) return Problem{ProblemCode::tableMissing, "", {}, *options.table};
  if (table->second.patient.empty())
    return Problem{ProblemCode::missingKey, "", {}, "tables." + *options.table + ".patient"};
  if (!options.patient)
    options.patient = table->second.cohortPatient.value_or(table->second.patient);
  return options;
}

std::optional<Problem> checkOptions(const AdverseEventsOptions& options) {
  const bool rows = options.term || options.grade;
  if (rows && !(options.patient && options.term && options.grade))
    return Problem{ProblemCode::missingKey, "", {}, "patient, term and grade"};
  if (!rows && options.terms.empty() && !options.worst)
    return Problem{ProblemCode::missingKey, "", {}, "terms, worst, or patient, term and grade"};
  if (rows && (!options.terms.empty() || options.worst))
    return Problem{ProblemCode::valueNotAllowed, "", {}, "terms or worst beside term"};
  if (!rows && !options.events.empty())
    return Problem{ProblemCode::valueNotAllowed, "", {}, "events without term"};
  for (const auto& [text, grade] : options.grades) {
    if (grade && !(*grade >= 0 && *grade <= kWorstGrade))
      return Problem{ProblemCode::valueNotAllowed, "", {}, "grades: " + std::to_string(*grade)};
  }
  return {};
}

}  // namespace

Result<Outcome<AdverseEvents>> run(const AdverseEventsOptions& asked, const Study& study) {
  const auto linked = withTable(asked, study.file());
  if (!linked) return linked.problem();
  const AdverseEventsOptions& options = *linked;
  if (const auto problem = checkOptions(options)) return *problem;
  const Names by = armIfNone(options.by, study);
  const bool fromRows = options.term.has_value();
  Sample sample(study);
  if (const auto problem = sample.open(options)) return *problem;
  if (options.patient) {
    if (const auto problem = sample.use(*options.patient)) return *problem;
  }
  if (const auto problem = sample.use(by)) return *problem;
  Names others = options.terms;
  for (const auto& each : {options.worst, options.term, options.grade, options.exposure}) {
    if (each) others.push_back(*each);
  }
  for (const auto& name : others) {
    if (const auto problem = sample.useWithMissing(name)) return *problem;
  }
  if (const auto problem = sample.close()) return *problem;

  const auto patients = patientsIn(options, sample);
  if (!patients) return patients.problem();
  const auto cohort = cohortOf(options, by, *patients, sample);
  if (!cohort) return cohort.problem();

  std::vector<TermEvents> terms;
  std::vector<Exclusion> lacking;
  if (fromRows) {
    const auto counted = countedRows(options, sample, lacking);
    if (!counted) return counted.problem();
    auto events = rowEvents(options, *counted, *patients, sample);
    if (!events) return events.problem();
    terms = std::move(events).value();
  }
  for (const auto& name : options.terms) {
    auto events = columnEvents(name, options, *patients, sample);
    if (!events) return events.problem();
    terms.push_back(std::move(events).value());
  }
  if (std::ssize(terms) > kMostTerms)
    return Problem{
        ProblemCode::tooManyLevels, options.term.value_or(""), {}, std::to_string(kMostTerms)};

  TermEvents any{
      "", std::vector<WorstGrade>(patients->firstRow.size(), fromRows ? noEvent() : WorstGrade())};
  if (options.worst) {
    auto worst = columnEvents(*options.worst, options, *patients, sample);
    if (!worst) return worst.problem();
    any.worst = std::move(worst).value().worst;
  } else {
    for (const auto& term : terms) {
      for (std::size_t i = 0; i < any.worst.size(); ++i)
        any.worst[i].add(term.worst[i]);
    }
  }

  AdverseEvents value;
  for (const auto& term : terms)
    value.terms.push_back(adverseEventTerm(term, *cohort, options.level));
  value.anyTerm = adverseEventTerm(any, *cohort, options.level);
  sortTerms(value.terms, options.order);
  auto outcome = sample.answer(std::move(value));
  outcome.used = static_cast<int>(patients->firstRow.size());
  outcome.excluded.insert(outcome.excluded.end(), lacking.begin(), lacking.end());
  return outcome;
}

}  // namespace riskset
