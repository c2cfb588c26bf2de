# What every case shares: loading metafor, tight convergence, and turning its results into the names this project uses.
# Each <case>/generate.R sources this file, records analyses and calls write_case(); usage: Rscript <case>/generate.R > <case>/expected.json
suppressPackageStartupMessages(library(metafor))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "../../../../tools/write-json.R"))

# Convergence far below metafor's defaults, so that what is compared is the estimate and not where the search stopped.
tight <- function(vi) list(threshold = 1e-13 * mean(vi), maxiter = 1e5, tol = 1e-14 * max(vi), tau2.max = 1000 * max(vi, 1))

estimators <- c("DL", "PM", "REML", "ML", "SJ", "HE", "EB", "HS")
is_common <- function(res) res$method %in% c("EE", "FE", "CE")

# --- results under this project's names ---------------------------------------------------------------------------------------

interval <- function(low, high) list(low = low, high = high)

coefficient <- function(res, j, name) {
  list(name = name, estimate = res$beta[j], standardError = res$se[j], statistic = res$zval[j], pValue = res$pval[j],
       interval = interval(res$ci.lb[j], res$ci.ub[j]))
}

coefficients <- function(res, names) lapply(seq_along(res$beta), function(j) coefficient(res, j, names[j]))

fit_statistics <- function(res) {
  kind <- if (is_common(res) || res$method == "ML" || res$k == res$p) "ML" else "REML"
  column <- res$fit.stats[[kind]]
  list(kind = kind, logLikelihood = column[1], aic = column[3], bic = column[4], aicCorrected = column[5])
}

omnibus <- function(statistic, df, p, ddf = NULL) {
  c(list(statistic = statistic, degreesOfFreedom = df, pValue = p), if (!is.null(ddf)) list(denominatorDegreesOfFreedom = ddf))
}

# A model of independent effects. `names` are this project's names of the coefficients.
fit_expected <- function(res, names = "intercept") {
  out <- list(
    coefficients = coefficients(res, names),
    heterogeneity = list(q = res$QE, degreesOfFreedom = res$k - res$p, pValue = res$QEp, iSquared = res$I2, hSquared = res$H2),
    statistics = fit_statistics(res),
    leverages = I(unname(hatvalues(res)))
  )
  if (!is_common(res)) out$tauSquared <- c(list(estimate = res$tau2), if (!res$tau2.fix && res$k > res$p) list(standardError = res$se.tau2))
  if (length(res$beta) > 1) out$omnibus <- omnibus(res$QM, res$m, res$QMp, if (res$test != "z") res$QMdf[2])
  out
}

q_profile <- function(res, vi) {
  ci <- confint(res, control = list(tol = 1e-15 * max(vi), tau2.max = 1e6 * max(vi)))$random
  list(tauSquared = interval(ci[1, 2], ci[1, 3]), iSquared = interval(ci[3, 2], ci[3, 3]), hSquared = interval(ci[4, 2], ci[4, 3]))
}

options_of <- function(res) {
  test <- switch(res$test, z = "wald", t = "t", knha = "hartung-knapp", adhoc = "hartung-knapp-ad-hoc")
  out <- list(model = if (is_common(res)) "common" else "random", inference = test, level = 1 - res$level)
  if (!is_common(res)) out$estimator <- res$method
  if (!is_common(res) && res$tau2.fix) out$tauSquared <- res$tau2
  out
}

data_of <- function(label, yi, vi) list(label = I(as.character(label)), effect = I(as.numeric(yi)), variance = I(as.numeric(vi)))

tables_of <- function(label, events_1, n_1, events_2, n_2) {
  list(label = I(as.character(label)), experimental = list(events = I(events_1), n = I(n_1)), control = list(events = I(events_2), n = I(n_2)))
}

# --- recording analyses -----------------------------------------------------------------------------------------------------------

analyses <- list()
record <- function(id, kind, call, ...) analyses[[length(analyses) + 1]] <<- list(id = id, kind = kind, call = call, ...)

call_of <- function(res, mods = "") sprintf("rma(yi, vi%s, method = \"%s\", test = \"%s\")", mods, res$method, res$test)

# Plain pooling with every estimator and test, intervals of heterogeneity, and prediction intervals.
record_pooling <- function(yi, vi, methods = estimators, tests = c("z", "t", "knha", "adhoc")) {
  for (method in c("EE", methods)) for (test in if (method == "EE") intersect(tests, c("z", "t")) else tests) {
    res <- rma(yi, vi, method = method, test = test, control = tight(vi))
    expected <- fit_expected(res)
    if (method != "EE" && res$k > 1) {
      expected$qProfile <- q_profile(res, vi)
      as_test <- predict(res)
      expected$prediction <- list(asTest = interval(as_test$pi.lb, as_test$pi.ub))
      if (res$k > 2) {
        # Higgins et al. 2009: t on k - 2 degrees of freedom around the estimate of the same model.
        reach <- sqrt(res$se^2 + res$tau2) * qt(1 - res$level / 2, res$k - 2)
        expected$prediction$higgins <- interval(c(res$beta) - reach, c(res$beta) + reach)
      }
    }
    record(paste("pool", method, test), "pool", call_of(res), options = options_of(res), expected = expected)
  }
}

numeric_moderator <- function(name, values) list(name = name, values = I(as.numeric(values)))
category_moderator <- function(name, values, reference) list(name = name, categories = I(as.character(values)), reference = reference)

# The columns a list of moderators stands for, in this project's order and names.
design_of <- function(moderators) {
  columns <- list()
  for (m in moderators) {
    if (is.null(m$categories)) columns[[m$name]] <- m$values
    else for (category in setdiff(unique(m$categories), m$reference)) columns[[paste0(m$name, ": ", category)]] <- as.numeric(m$categories == category)
  }
  do.call(cbind, columns)
}

record_regression <- function(yi, vi, moderators, methods = c("EE", "DL", "REML", "ML"), tests = c("z", "knha"), at = NULL) {
  X <- design_of(moderators)
  title <- paste(sapply(moderators, `[[`, "name"), collapse = " + ")
  for (method in methods) for (test in if (method == "EE") "z" else tests) {
    res <- rma(yi, vi, mods = X, method = method, test = test, control = tight(vi))
    expected <- fit_expected(res, c("intercept", colnames(X)))
    if (!is_common(res)) {
      if (rma(yi, vi, method = method, control = tight(vi))$tau2 > 0) expected$rSquared <- res$R2
      expected$qProfile <- q_profile(res, vi)
    }
    if (!is.null(at)) {
      p <- predict(res, newmods = at)
      expected$predictions <- lapply(seq_len(nrow(at)), function(i)
        list(estimate = p$pred[i], standardError = p$se[i], interval = interval(p$ci.lb[i], p$ci.ub[i])))
    }
    record(paste("regress on", title, method, test), "regression", call_of(res, paste0(", mods = ~ ", title)), options = options_of(res),
           moderators = moderators, at = if (!is.null(at)) lapply(seq_len(nrow(at)), function(i) I(c(1, at[i, ]))), expected = expected)
  }
}

# Each group pooled on its own, and the difference between the pooled effects.
record_subgroups <- function(yi, vi, groups, method = "REML", test = "z") {
  fits <- lapply(unique(groups), function(g) rma(yi[groups == g], vi[groups == g], method = method, test = test, control = tight(vi)))
  differences <- rma(sapply(fits, coef), sapply(fits, `[[`, "se")^2, method = "EE")
  record(paste("subgroups", method, test), "subgroups", call_of(fits[[1]], ", subset = <each group>"), options = options_of(fits[[1]]), groups = I(groups),
         expected = list(
           groups = lapply(seq_along(fits), function(i) list(group = unique(groups)[i], pooled = fit_expected(fits[[i]]))),
           differences = omnibus(differences$QE, differences$k - 1, differences$QEp)
         ))
}

record_omissions <- function(yi, vi, method = "REML", test = "z") {
  res <- rma(yi, vi, method = method, test = test, control = tight(vi))
  l <- leave1out(res)
  record(paste("leave one out", method, test), "leave-one-out", paste0("leave1out(", call_of(res), ")"), options = options_of(res),
         expected = lapply(seq_len(res$k), function(i) list(pooled = list(
           pooled = list(estimate = l$estimate[i], standardError = l$se[i], pValue = l$pval[i], interval = interval(l$ci.lb[i], l$ci.ub[i])),
           heterogeneity = c(list(q = l$Q[i], pValue = l$Qp[i]), list(iSquared = l$I2[i], hSquared = l$H2[i])),
           tauSquared = if (!is_common(res)) list(estimate = l$tau2[i])))))
}

record_accumulation <- function(yi, vi, method = "REML", test = "z") {
  res <- rma(yi, vi, method = method, test = test, control = tight(vi))
  l <- cumul(res)
  record(paste("cumulative", method, test), "cumulative", paste0("cumul(", call_of(res), ")"), options = options_of(res),
         expected = lapply(seq_len(res$k), function(i) if (i == 1 && test != "z") list(pooled = NULL) else list(pooled = list(
           pooled = list(estimate = l$estimate[i], standardError = l$se[i], pValue = l$pval[i], interval = interval(l$ci.lb[i], l$ci.ub[i]))))))
}

record_influence <- function(yi, vi, method = "REML", test = "z", moderators = list()) {
  res <- if (length(moderators)) rma(yi, vi, mods = design_of(moderators), method = method, test = test, control = tight(vi))
         else rma(yi, vi, method = method, test = test, control = tight(vi))
  inf <- influence(res)
  record(paste0("influence ", method, " ", test, if (length(moderators)) " with moderators"), "influence", paste0("influence(", call_of(res), ")"),
         options = options_of(res), moderators = moderators,
         expected = lapply(seq_len(res$k), function(i) list(
           studentisedResidual = inf$inf$rstudent[i], dffits = inf$inf$dffits[i],
           # metafor measures these two without the intercept when there are moderators.
           cooksDistance = if (!length(moderators)) inf$inf$cook.d[i], covarianceRatio = if (!length(moderators)) inf$inf$cov.r[i],
           tauSquaredWithout = inf$inf$tau2.del[i], qWithout = inf$inf$QE.del[i], leverage = inf$inf$hat[i], weight = inf$inf$weight[i],
           dfbetas = I(vapply(unclass(inf$dfbs)[seq_len(res$p)], function(column) column[i], 0, USE.NAMES = FALSE)),
           isInfluential = if (!length(moderators)) unname(inf$is.infl[i]))))
}

record_asymmetry <- function(yi, vi) {
  for (predictor in c("sei", "vi")) {
    x <- if (predictor == "sei") sqrt(vi) else vi
    of <- list(sei = "standard-error", vi = "variance")[[predictor]]
    test <- regtest(yi, vi, model = "lm", predictor = predictor)
    s <- summary(test$fit)$coefficients
    line <- confint(test$fit)
    row <- function(j) list(estimate = s[j, 1], standardError = s[j, 2], statistic = s[j, 3], pValue = s[j, 4], interval = interval(line[j, 1], line[j, 2]))
    record(paste("asymmetry weighted", predictor), "asymmetry", sprintf("regtest(yi, vi, model = \"lm\", predictor = \"%s\")", predictor),
           options = list(form = "weighted", predictor = of), expected = list(slope = row(2), limit = row(1)))
    for (method in c("REML", "DL")) for (test in c("z", "knha")) {
      res <- rma(yi, vi, mods = x, method = method, test = test, control = tight(vi))
      record(paste("asymmetry mixed", predictor, method, test), "asymmetry", sprintf("regtest(%s, predictor = \"%s\")", call_of(res), predictor),
             options = c(options_of(res), list(form = "mixed", predictor = of)),
             expected = list(slope = coefficient(res, 2, of), limit = coefficient(res, 1, "intercept")))
    }
  }
}

record_trim_and_fill <- function(yi, vi, methods = c("EE", "DL", "REML"), side = NULL) {
  for (method in methods) for (count in c("L0", "R0", "Q0")) {
    res <- rma(yi, vi, method = method, control = tight(vi))
    tf <- try(if (is.null(side)) trimfill(res, estimator = count, control = tight(vi)) else trimfill(res, estimator = count, side = side, control = tight(vi)), silent = TRUE)
    if (inherits(tf, "try-error")) next
    filled <- if (tf$k0 > 0) fit_expected(tf) else fit_expected(res)
    filled$leverages <- NULL
    record(paste("trim and fill", method, count), "trim-and-fill", sprintf("trimfill(%s, estimator = \"%s\")", call_of(res), count),
           options = c(options_of(res), list(count = count), if (!is.null(side)) list(side = side)),
           expected = list(side = tf$side, missing = tf$k0, standardError = tf$se.k0, pooled = filled))
  }
}

record_tables <- function(ai, n1i, ci, n2i) {
  measures <- c(`log-odds-ratio` = "OR", `log-risk-ratio` = "RR", `risk-difference` = "RD")
  for (ours in names(measures)) {
    theirs <- measures[[ours]]
    for (to in c("only0", "if0all", "all")) {
      e <- escalc(measure = theirs, ai = ai, n1i = n1i, ci = ci, n2i = n2i, to = to)
      name <- list(only0 = "only-with-zero", if0all = "if-any-zero", all = "all")[[to]]
      record(paste(ours, name), "two-by-two", sprintf("escalc(\"%s\", to = \"%s\")", theirs, to),
             options = list(measure = ours, zeroCells = list(to = name)), expected = list(effect = I(as.numeric(e$yi)), variance = I(as.numeric(e$vi))))
    }
    res <- rma.mh(measure = theirs, ai = ai, n1i = n1i, ci = ci, n2i = n2i)
    record(paste("mantel-haenszel", ours), "mantel-haenszel", sprintf("rma.mh(\"%s\")", theirs), options = list(measure = ours),
           expected = list(pooled = coefficient(res, 1, ours), heterogeneity = list(q = res$QE, degreesOfFreedom = res$k.yi - 1, pValue = res$QEp)))
  }
  res <- rma.peto(ai = ai, n1i = n1i, ci = ci, n2i = n2i)
  record("peto", "peto", "rma.peto()", options = list(), expected = list(pooled = coefficient(res, 1, "intercept"),
         heterogeneity = list(q = res$QE, degreesOfFreedom = res$k.yi - 1, pValue = res$QEp)))
}

write_case <- function(...) {
  software <- sprintf("%s; metafor %s; metadat %s", R.version.string, packageVersion("metafor"), packageVersion("metadat"))
  json <- json_text(list(software = software, data = list(...), analyses = analyses))
  # One analysis a line keeps changes readable.
  cat(gsub('},{"id":', '},\n{"id":', json, fixed = TRUE), "\n", sep = "")
}
