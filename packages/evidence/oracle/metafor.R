# What every case shares: loading metafor, tight convergence, and turning its results into the names this project uses.
# Each <case>/generate.R sources this file, builds `cases`, and calls write_case(); usage: Rscript <case>/generate.R > <case>/expected.json
suppressPackageStartupMessages({
  library(metafor)
})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "../../../../tools/write-json.R"))

# Convergence far below metafor's defaults, so that what is compared is the estimate and not where the search stopped.
tight <- function(vi) list(threshold = 1e-13 * mean(vi), maxiter = 100000, tol = 1e-14 * max(vi), tau2.max = 1000 * max(vi, 1), stepadj = 1)

estimators <- c("DL", "PM", "REML", "ML", "SJ", "HE", "EB", "HS")

inference_of <- function(test) switch(test, z = "wald", t = "t", knha = "hartung-knapp", adhoc = "hartung-knapp-ad-hoc")

coefficient <- function(res, j, names) {
  list(name = names[j], estimate = res$beta[j], standardError = res$se[j], statistic = res$zval[j], pValue = res$pval[j],
       interval = list(low = res$ci.lb[j], high = res$ci.ub[j]))
}

fit_statistics <- function(res) {
  kind <- if (res$method %in% c("EE", "FE", "CE", "ML")) "ML" else "REML"
  column <- res$fit.stats[[kind]]
  list(kind = kind, logLikelihood = column[1], aic = column[3], bic = column[4], aicCorrected = column[5])
}

# A model of independent effects. `names` are this project's names of the coefficients.
fit_expected <- function(res, names = "intercept", weights = TRUE) {
  random <- !res$method %in% c("EE", "FE", "CE")
  out <- list(
    coefficients = lapply(seq_along(res$beta), function(j) coefficient(res, j, names)),
    heterogeneity = list(q = res$QE, degreesOfFreedom = res$k - res$p, pValue = res$QEp, iSquared = res$I2, hSquared = res$H2),
    statistics = fit_statistics(res)
  )
  if (random) out$tauSquared <- c(list(estimate = res$tau2), if (!res$tau2.fix && res$k > res$p) list(standardError = res$se.tau2))
  if (weights && is.null(res$weights)) out$leverages <- I(unname(hatvalues(res)))
  if (length(res$beta) > 1) {
    out$omnibus <- list(statistic = res$QM, degreesOfFreedom = res$m, pValue = res$QMp)
    if (res$test != "z") out$omnibus$denominatorDegreesOfFreedom <- res$QMdf[2]
  }
  out
}

options_of <- function(res) {
  common <- res$method %in% c("EE", "FE", "CE")
  out <- list(model = if (common) "common" else "random", inference = inference_of(res$test), level = 1 - res$level)
  if (!common) out$estimator <- res$method
  if (!common && res$tau2.fix) out$tauSquared <- res$tau2
  out
}

data_of <- function(label, yi, vi) list(label = I(as.character(label)), effect = I(as.numeric(yi)), variance = I(as.numeric(vi)))

analyses <- list()
record <- function(id, kind, call, ...) analyses[[length(analyses) + 1]] <<- list(id = id, kind = kind, call = call, ...)

# Plain pooling with every estimator and test, intervals of heterogeneity, and prediction intervals.
record_pooling <- function(yi, vi, methods = estimators, tests = c("z", "t", "knha", "adhoc")) {
  for (method in c("EE", methods)) for (test in if (method == "EE") c("z", "t") else tests) {
    res <- rma(yi, vi, method = method, test = test, control = tight(vi))
    expected <- fit_expected(res)
    if (method != "EE") {
      ci <- confint(res, control = list(tol = 1e-15 * max(vi, 1), tau2.max = 1e6 * max(vi)))$random
      expected$qProfile <- list(tauSquared = list(low = ci[1, 2], high = ci[1, 3]), iSquared = list(low = ci[3, 2], high = ci[3, 3]),
                                hSquared = list(low = ci[4, 2], high = ci[4, 3]))
      as_test <- predict(res)
      expected$prediction <- list(asTest = list(low = as_test$pi.lb, high = as_test$pi.ub))
      if (res$k > 2) {
        # Higgins et al. 2009: t on k - 2 degrees of freedom around the estimate of the same model.
        spread <- sqrt(res$se^2 + res$tau2) * qt(1 - res$level / 2, res$k - 2)
        expected$prediction$higgins <- list(low = c(res$beta) - spread, high = c(res$beta) + spread)
      }
    }
    record(paste(method, test), "pool", sprintf("rma(yi, vi, method = \"%s\", test = \"%s\")", method, test),
           options = options_of(res), expected = expected)
  }
}

write_case <- function(...) {
  software <- sprintf("%s; metafor %s; metadat %s", R.version.string, packageVersion("metafor"), packageVersion("metadat"))
  json <- json_text(list(software = software, data = list(...), analyses = analyses))
  # One analysis a line keeps changes readable.
  cat(gsub('},{"id":', '},\n{"id":', json, fixed = TRUE), "\n", sep = "")
}
