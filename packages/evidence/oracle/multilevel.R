# Multilevel models. metafor's optimisers stop at about 1e-6 of the likelihood's optimum; so the variances are carried on to full precision
# by Fisher scoring with dense matrices, metafor is fitted again at those variances, and everything else is taken from that fit. The script
# stops if metafor's own optimum lies further away than its convergence allows, or has a higher likelihood.
suppressPackageStartupMessages(library(clubSandwich))

polish <- function(y, X, V, Z, start, method, fixed = rep(NA, length(Z)), steps = 400) {
  s <- ifelse(is.na(fixed), start, fixed)
  ZZ <- lapply(Z, function(groups) outer(groups, groups, "==") * 1)
  for (step in seq_len(steps)) {
    W <- chol2inv(chol(V + Reduce(`+`, Map(`*`, s, ZZ))))
    P <- W - W %*% X %*% solve(t(X) %*% W %*% X, t(X) %*% W)
    T <- if (method == "REML") P else W
    Py <- P %*% y
    gradient <- sapply(ZZ, function(A) (sum(Py * (A %*% Py)) - sum(T * A)) / 2)
    information <- outer(seq_along(ZZ), seq_along(ZZ), Vectorize(function(a, b) sum((T %*% ZZ[[a]]) * t(T %*% ZZ[[b]])) / 2))
    free <- which(is.na(fixed) & (s > 0 | gradient > 0))
    if (!length(free)) break
    delta <- numeric(length(s))
    delta[free] <- solve(information[free, free, drop = FALSE], gradient[free])
    new <- pmax(0, s + delta)
    if (max(abs(new - s)) < 1e-13 * max(s, 1e-8)) break
    s <- new
  }
  s
}

log_likelihood <- function(y, X, V, Z, s, method) {
  M <- V + Reduce(`+`, Map(function(v, groups) v * outer(groups, groups, "=="), s, Z))
  W <- chol2inv(chol(M))
  b <- solve(t(X) %*% W %*% X, t(X) %*% W %*% y)
  e <- y - X %*% b
  n <- length(y)
  p <- ncol(X)
  base <- -(determinant(M)$modulus + sum(e * (W %*% e))) / 2
  if (method == "ML") base - n / 2 * log(2 * pi)
  else base - (n - p) / 2 * log(2 * pi) + (determinant(crossprod(X))$modulus - determinant(t(X) %*% W %*% X)$modulus) / 2
}

# Values of one variance that lower the likelihood, maximised over the others, by half a chi-squared quantile.
profile_interval <- function(y, X, V, Z, s, method, index) {
  top <- c(log_likelihood(y, X, V, Z, s, method))
  excess <- function(value) {
    fixed <- rep(NA, length(Z))
    fixed[index] <- value
    top - c(log_likelihood(y, X, V, Z, polish(y, X, V, Z, s, method, fixed), method)) - qchisq(0.95, 1) / 2
  }
  high <- s[index] + max(diag(V))
  while (excess(high) < 0) high <- 2 * high
  interval(if (s[index] == 0 || excess(0) <= 0) 0 else uniroot(excess, c(0, s[index]), tol = 1e-14)$root,
           uniroot(excess, c(s[index], high), tol = 1e-14)$root)
}

# `levels`: named list of groupings, outermost first, groups of inner levels unique. `V`: covariance of sampling errors.
record_multilevel <- function(id, yi, V, levels, moderators = list(), method = "REML", test = "t", clusters = NULL, profile = TRUE) {
  covariance <- V
  if (!is.matrix(V)) V <- diag(V)
  n <- length(yi)
  Z <- lapply(levels, as.character)
  M <- design_of(moderators)
  X <- cbind(rep(1, n), M)
  frame <- data.frame(yi = yi, lapply(Z, factor))
  random <- lapply(names(Z), function(name) as.formula(paste("~ 1 |", name)))
  fit <- function(...) if (is.null(M)) rma.mv(yi, V, random = random, data = frame, method = method, test = test, ...)
                       else rma.mv(yi, V, mods = M, random = random, data = frame, method = method, test = test, ...)
  own <- fit()
  s <- polish(yi, X, V, Z, own$sigma2, method)
  stopifnot(max(abs(s - own$sigma2)) < 1e-3 * max(s), log_likelihood(yi, X, V, Z, s, method) > c(logLik(own)) - 1e-10)
  res <- fit(sigma2 = s)
  W <- solve(V)
  P <- W - W %*% X %*% solve(t(X) %*% W %*% X, t(X) %*% W)
  typical <- (n - ncol(X)) / sum(diag(P))
  names <- c("intercept", colnames(M))
  expected <- list(
    coefficients = coefficients(res, names),
    variances = lapply(seq_along(s), function(l) list(level = names(Z)[l], estimate = s[l], groups = length(unique(Z[[l]])),
                                                      iSquared = 100 * s[l] / (sum(s) + typical))),
    heterogeneity = list(q = res$QE, degreesOfFreedom = n - ncol(X), pValue = res$QEp, iSquared = 100 * sum(s) / (sum(s) + typical)),
    statistics = list(kind = method, logLikelihood = c(logLik(res)))
  )
  if (length(moderators)) expected$omnibus <- omnibus(res$QM, res$m, res$QMp, if (test == "t") res$QMdf[2])
  if (profile) expected$profiles <- lapply(seq_along(s), function(l) profile_interval(yi, X, V, Z, s, method, l))
  if (!is.null(clusters)) {
    frame$clusters <- clusters
    cr <- function(vcov) {
      cs <- coef_test(res, vcov = vcovCR(res, cluster = clusters, type = vcov), test = if (vcov == "CR2") "Satterthwaite" else "naive-t")
      ci <- conf_int(res, vcov = vcovCR(res, cluster = clusters, type = vcov), test = "Satterthwaite")
      lapply(seq_along(names), function(j) list(name = names[j], estimate = cs$beta[j], standardError = cs$SE[j], degreesOfFreedom = cs$df_Satt[j],
                                               pValue = cs$p_Satt[j], interval = interval(ci$CI_L[j], ci$CI_U[j])))
    }
    plain <- function(adjust) {
      r <- robust(res, cluster = clusters, adjust = adjust)
      out <- list(coefficients = lapply(coefficients(r, names), function(x) c(x, list(degreesOfFreedom = r$dfs))))
      if (length(moderators)) out$omnibus <- omnibus(r$QM, r$m, r$QMp, r$QMdf[2])
      out
    }
    expected$robust <- list(CR0 = plain(FALSE), CR1 = plain(TRUE), CR2 = list(coefficients = cr("CR2")))
  }
  record(id, "multilevel", sprintf("rma.mv(yi, V, random = list(%s), method = \"%s\", test = \"%s\")", paste0("~ 1 | ", names(Z), collapse = ", "), method, test),
         options = list(estimator = method, inference = if (test == "z") "wald" else "t"), moderators = moderators,
         levels = lapply(names(Z), function(name) list(name = name, groups = I(Z[[name]]))),
         covariance = if (is.matrix(covariance)) covariance, clusters = if (!is.null(clusters)) I(as.character(clusters)), expected = expected)
}
