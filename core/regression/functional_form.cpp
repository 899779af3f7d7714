#include "core/regression/functional_form.h"

#include <algorithm>

#include "core/linear/products.h"
#include "core/regression/cox_residuals.h"
#include "core/regression/natural_smooth.h"

namespace riskset {

std::optional<FunctionalForm> functionalForm(const CoxData& data, CoxTies ties, std::size_t term) {
  const auto patientCount = static_cast<Eigen::Index>(data.time.size());
  const Design design = designMatrix(data.terms, patientCount);
  const CoxPatients patients = coxPatients(design.x, data);
  const auto left = columnsWith(design, data.terms, term);
  Vector linear = Vector::Zero(patientCount);
  if (std::find(left.begin(), left.end(), false) != left.end()) {
    const Maximum without = fitCoxWithout(patients, ties, fitCox(patients, ties), left);
    if (!without.converged) return {};
    linear = product(patients.x, without.coef);
  }
  FunctionalForm form;
  form.name = nameOf(data.terms[term]);
  const auto* numeric = std::get_if<NumericTerm>(&data.terms[term]);
  form.value = numeric ? numeric->values : std::get<SplineTerm>(data.terms[term]).values;
  form.residual = martingaleResiduals(patients, linear, ties);
  for (int row = 0; row < static_cast<int>(patientCount); ++row)
    form.rows.push_back(row);
  const SmoothGrid grid = smoothGrid(form.value);
  if (const auto line = smoothLine(grid, form.value, form.residual))
    form.smooth = FormSmooth{grid.points, line->value};
  return form;
}

}  // namespace riskset
