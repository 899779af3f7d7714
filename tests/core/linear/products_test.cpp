#include "core/linear/products.h"

#include <gtest/gtest.h>

namespace riskset {
namespace {

// Every number of columns and rows around the blocks and chunks that the sums are made in. Whole
// numbers: the sums are exact, whatever their order.
TEST(Products, AreTheSumsOfProductsOfColumns) {
  for (const Eigen::Index width : {1, 2, 3, 4, 7}) {
    for (const Eigen::Index rows : {0, 1, 2, 255, 256, 257, 515}) {
      Matrix left(rows, width), right(rows, width);
      Vector weight(rows);
      for (Eigen::Index row = 0; row < rows; ++row) {
        weight(row) = static_cast<double>(row % 5) - 1;
        for (Eigen::Index j = 0; j < width; ++j) {
          left(row, j) = static_cast<double>((row * 7 + j * 3) % 11) - 5;
          right(row, j) = static_cast<double>((row * 5 + j * 2) % 13) - 6;
        }
      }
      Matrix products = Matrix::Ones(width, width), weighted = Matrix::Ones(width, width);
      addProducts(products, left, right);
      addWeightedProducts(weighted, left, weight);
      for (Eigen::Index j = 0; j < width; ++j) {
        for (Eigen::Index k = 0; k < width; ++k) {
          double product = 1, squares = 1;
          for (Eigen::Index row = 0; row < rows && k <= j; ++row) {
            product += left(row, j) * right(row, k);
            squares += weight(row) * left(row, j) * left(row, k);
          }
          EXPECT_EQ(products(j, k), product) << width << " columns, " << rows << " rows";
          EXPECT_EQ(weighted(j, k), squares) << width << " columns, " << rows << " rows";
        }
      }
    }
  }
}

}  // namespace
}  // namespace riskset
