# Densities, both tails and quantiles of the distributions, and log gamma, from R's own routines (base package stats).
# Usage: Rscript generate.R > expected.json
# Numbers are written with 17 significant digits, so that they are read back bit for bit. Tails below 1e-300 are left out.
script <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))
source(file.path(dirname(script), "../../../../tools/write-json.R"))

probabilities <- c(1e-300, 1e-100, 1e-30, 1e-10, 1e-4, 0.01, 0.025, 0.2, 0.49, 0.5, 0.51, 0.9, 0.975, 0.999)

# R 4.2.2 searches binomial quantiles wrongly below about 1e-30 (it returns the number of trials), so these stop at 1e-10.
discrete_probabilities <- probabilities[probabilities >= 1e-10]

# One distribution at one set of parameters: points are quantiles of both tails and a few fixed values.
tabulate_one <- function(name, parameters, d, p, q, fixed) {
  probabilities <- if (name == "binomial") discrete_probabilities else probabilities
  lower <- q(probabilities, lower.tail = TRUE)
  upper <- q(probabilities, lower.tail = FALSE)
  x <- sort(unique(c(lower, upper, fixed)))
  x <- x[is.finite(x)]
  list(
    distribution = name, parameters = parameters, probability = probabilities,
    quantile = lower, upperQuantile = upper,
    x = x, density = d(x), cdf = p(x, lower.tail = TRUE), upperTail = p(x, lower.tail = FALSE)
  )
}

cases <- list()
add <- function(...) cases[[length(cases) + 1]] <<- tabulate_one(...)

for (df in c(0.5, 1, 2, 3, 4.7, 12, 30, 100, 2500, 1e6))
  add("studentT", list(degreesOfFreedom = df),
      function(x) dt(x, df), function(x, ...) pt(x, df, ...), function(p, ...) qt(p, df, ...),
      c(-1e10, -40, -3, -1e-8, 0, 1e-8, 0.1, 1, 2.5, 40, 1e10))

for (df in c(0.1, 0.5, 1, 2, 3, 7.5, 12, 50, 1000, 1e5))
  add("chiSquared", list(degreesOfFreedom = df),
      function(x) dchisq(x, df), function(x, ...) pchisq(x, df, ...), function(p, ...) qchisq(p, df, ...),
      c(1e-10, 1e-3, 0.5, 1, 3.84, 20, 152.233, 1000))

for (shape in c(0.001, 0.1, 0.9, 1, 2.5, 20, 400, 1e5)) for (rate in c(1, 0.02))
  add("gamma", list(shape = shape, rate = rate),
      function(x) dgamma(x, shape, rate), function(x, ...) pgamma(x, shape, rate, ...),
      function(p, ...) qgamma(p, shape, rate, ...), c(1e-10, 0.01, 1, 3, 60) / rate)

for (a in c(0.01, 0.5, 1, 2, 7.3, 150, 2e4)) for (b in c(0.01, 0.5, 1, 3.5, 60, 1e4))
  add("beta", list(a = a, b = b),
      function(x) dbeta(x, a, b), function(x, ...) pbeta(x, a, b, ...), function(p, ...) qbeta(p, a, b, ...),
      c(1e-12, 1e-3, 0.25, 0.5, 0.9, 0.999))

for (m in c(0.5, 1, 2, 5.5, 40, 1e4)) for (n in c(0.7, 1, 4, 11, 300, 5e4))
  add("f", list(numerator = m, denominator = n),
      function(x) df(x, m, n), function(x, ...) pf(x, m, n, ...), function(p, ...) qf(p, m, n, ...),
      c(1e-8, 0.1, 1, 2.7, 12, 1e4))

for (n in c(1, 5, 27, 400, 1e5)) for (p in c(1e-6, 0.03, 0.5, 0.72, 0.999))
  add("binomial", list(trials = n, probability = p),
      function(x) dbinom(x, n, p), function(x, ...) pbinom(x, n, p, ...), function(q, ...) qbinom(q, n, p, ...),
      unique(floor(c(0, n * p, n * p + 3 * sqrt(n * p), n / 2, n))))

x <- c(1e-300, 1e-10, 1e-3, 0.2, 0.499, 0.5, 0.9, 1 - 1e-9, 1 + 1e-9, 1.2, 1.5, 1.9999999, 2.0000001, 2.4, 3, 7.7, 9.99, 10, 25.5, 171, 1e4, 1e10, 1e300)
json <- json_text(list(software = R.version.string, logGamma = list(x = x, value = lgamma(x)), cases = cases))
# One case a line keeps changes readable.
cat(gsub('},{"distribution"', '},\n{"distribution"', json, fixed = TRUE), "\n", sep = "")
